/** The picture of a post. */
export const enPosts = {
  'posts.picture.title': 'A picture for your post',
  'posts.picture.lede': 'One picture beside the text: the place, the work, the instrument. Posts look fine without one.',
  'posts.picture.back': 'Back to the preview',
  'posts.picture.now': 'Now',
  'posts.picture.alt': 'Picture of “{title}”',
  'posts.picture.file': 'Picture',
  'posts.picture.hint':
    'PNG, JPEG or WebP, 5 MB at most. Place and camera data are taken out. It is public once a moderator has approved it with the post.',
  'posts.picture.submit': 'Use this picture',
  'posts.picture.remove': 'Remove the picture',
  'posts.picture.give': 'Add or change the picture',
} as const;

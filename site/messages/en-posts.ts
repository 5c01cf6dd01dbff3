/** The picture of an ad, and what its form shares with that of a logo. */
export const enPosts = {
  'posts.picture.part': 'Picture',
  'posts.picture.keep-and-give': 'Keep it all and add a picture',
  'posts.picture.keep-and-change': 'Keep it all and change the picture',
  'posts.picture.title': 'A picture for your ad',
  'posts.picture.lede': 'One picture beside the text: the place, the work, the instrument. Ads look fine without one.',
  'posts.picture.back': 'Back to the preview',
  'posts.picture.alt': 'Picture of “{title}”',
  'posts.picture.hint':
    'PNG, JPEG or WebP, {size} and {pixels} pixels at most. Place and camera data are taken out. It is public once a moderator has approved it with the ad.',
  'posts.picture.remove': 'Remove the picture',
  'posts.picture.give': 'Add a picture',
  'posts.picture.change': 'Change or remove the picture',

  'picture.now': 'Now',
  'picture.file': 'Picture',
  'picture.submit': 'Use this picture',
} as const;

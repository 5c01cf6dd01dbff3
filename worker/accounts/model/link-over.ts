/** What everybody reads whose link opens nothing: nobody learns whether it ever did. */
export const LINK_OVER =
  'This link opens nothing any more: it was used, it is too old, or a newer mail took its place. Look for a newer mail, or ask for another.';

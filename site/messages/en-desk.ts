/** What the desk and the pages of guests say in English. Part of the one catalogue. */
export const enDesk = {
  'frame.desk': 'Your ads',
  'desk.nav': 'Your desk',
  'desk.posts': 'Your ads',
  'desk.new': 'Write an ad',
  'desk.employers': 'Employers',
  'desk.decisions': 'Decisions',
} as const;

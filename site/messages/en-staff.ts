/** What people who work for the board read, in English. Part of the one catalogue. */
export const enStaff = {
  'staff.nav': 'Staff',
  'staff.nav.queue': 'Queue',
  'staff.nav.statements': 'Statements of reasons',
  'staff.nav.admin': 'Administration',
  'staff.nav.people': 'People',
  'staff.nav.employers': 'Employers',
  'staff.nav.imports': 'Imports',
  'staff.nav.tasks': 'Tasks',
  'staff.nav.mail': 'Mail',
  'staff.nav.search': 'Search engines',
  'staff.nav.promises': 'Promises',
  'staff.nav.disclosures': 'Disclosures',
  'staff.nav.audit': 'Audit log',

  'head.queue': 'Queue',
  'head.admin': 'Administration',
} as const;

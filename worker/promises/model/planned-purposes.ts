import type { Purpose } from '#worker/promises/model/purposes.ts';

/** Purposes whose feature is not built yet: printed nowhere. Each kind of mail is one of its own, because it has a switch of its own. */
export const PLANNED_PURPOSES = [
  { id: 'cv', name: { en: 'Your CVs' }, does: { en: 'Keeps the CVs that you write here.' }, state: 'planned', basis: 'contract' },
  {
    id: 'show-cv',
    name: { en: 'Showing a CV' },
    does: { en: 'Shows a CV that you made visible to verified employers.' },
    state: 'planned',
    basis: 'consent',
  },
  {
    id: 'apply',
    name: { en: 'Your applications' },
    does: { en: 'Sends your application to the employer that you chose, and tells you what became of it.' },
    state: 'planned',
    basis: 'contract',
  },
  { id: 'payments', name: { en: 'Payments' }, does: { en: 'Takes payment for what has a price.' }, state: 'planned', basis: 'contract' },
  {
    id: 'alerts',
    name: { en: 'Job alerts' },
    does: { en: 'Mails you new jobs for a search, after you confirmed it.' },
    state: 'planned',
    basis: 'consent',
  },
  {
    id: 'employer-mail',
    name: { en: 'Mail from employers' },
    does: { en: 'Lets employers whose jobs fit write to you through the board.' },
    state: 'planned',
    basis: 'consent',
  },
  {
    id: 'suggestions',
    name: { en: 'Suggestions' },
    does: { en: 'Suggests jobs for what you searched or can do, and says why.' },
    state: 'planned',
    basis: 'consent',
  },
  {
    id: 'statistics',
    name: { en: 'Reports on the labour market' },
    does: { en: 'Publishes totals of groups of at least {counters.least}.' },
    state: 'planned',
    basis: 'legitimate-interest',
    balancing: {
      interest: { en: 'Seekers and employers want to know what is asked for and paid.' },
      need: { en: 'Totals are enough.' },
      effect: { en: 'Groups of fewer than {counters.least} are never shown.' },
    },
  },
] as const satisfies readonly Purpose[];

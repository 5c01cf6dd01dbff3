import type { Role } from '#worker/kernel/actor.ts';

/** Somebody made up for a demonstration: one for each role, who signs in by a click. No other board has them. */
export interface Persona {
  readonly email: string;
  readonly name: string;
}

/** At addresses that no mail can reach. */
export const PERSONAS: Readonly<Record<Role, Persona>> = {
  seeker: { email: 'ada.seeker@keepword.example', name: 'Ada Lindqvist' },
  employer: { email: 'erik.employer@keepword.example', name: 'Erik Salonen' },
  moderator: { email: 'mona.moderator@keepword.example', name: 'Mona Bergström' },
  administrator: { email: 'amir.administrator@keepword.example', name: 'Amir Haddad' },
};

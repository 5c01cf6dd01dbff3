import { z } from 'zod';
import { EMPLOYER_ROLES } from '#worker/employers/model/employer-role.ts';
import { PROOF_WAYS } from '#worker/employers/model/proof-ways.ts';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { readOutsideAddress } from '#worker/outside/model/outside-address.ts';

/** What somebody may say about an employer, and how much of it. */
export const EMPLOYER_LIMITS = { name: 100, slug: 60, website: 300, about: 4000, places: 10, place: 80 } as const;

/** What takes no room, or turns the direction of what stands around it: it is taken out, so that no name hides what it says. */
const UNSEEN = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Emoji are joined and coloured by two of them. */
const UNSEEN_BUT_EMOJI = /(?!\u200d|\ufe0f)[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** A line that everybody reads. What reaches a person stands in ads, behind the act of showing it. */
const line = (most: number, tooLong: string) =>
  z
    .string()
    .max(most, tooLong)
    .transform((text) => text.normalize('NFC').replace(UNSEEN, ''))
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'employers.one-line')
    .refine((text) => findContacts(text).length === 0, 'employers.contacts-out');

const name = line(EMPLOYER_LIMITS.name, 'employers.name-long')
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .refine((text) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text), 'employers.name');

const website = z
  .string()
  .max(EMPLOYER_LIMITS.website, 'employers.website-long')
  .transform((text) => text.trim())
  .transform((text) => (text === '' || /^[a-z]+:/i.test(text) ? text : `https://${text}`))
  .refine((text) => text === '' || readOutsideAddress(text) !== null, 'employers.website')
  .refine((text) => findContacts(text).length === 0, 'employers.contacts-out')
  .transform((text) => (text === '' ? null : text));

const about = z
  .string()
  .max(EMPLOYER_LIMITS.about, 'employers.about-long')
  .transform((text) => text.normalize('NFC').replace(UNSEEN_BUT_EMOJI, '').trim().replaceAll('\r\n', '\n') || null);

const places = z
  .array(line(EMPLOYER_LIMITS.place, 'employers.place-long'))
  .max(EMPLOYER_LIMITS.places, 'employers.places-many')
  .transform((texts) => [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]);

/** Everything that stands on an employer's page. */
export const employerProfile = z.strictObject({ name, website, about, places });

export const newEmployer = z.strictObject({
  ...employerProfile.shape,
  slug: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => text === '' || /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,58}[a-z0-9]$/.test(text), 'employers.slug'),
});
export type NewEmployerInput = z.output<typeof newEmployer>;

const role = z.enum(EMPLOYER_ROLES, { error: 'employers.role' });
export const invitationInput = z.strictObject({ email: z.string().max(1000), role });
export const roleInput = z.strictObject({ role });
/** A picture that was given before, or none. */
export const logoInput = z.strictObject({ picture: z.string().max(64).nullable() });
export const claimInput = z.strictObject({
  way: z.enum(['dns', 'file'], { error: 'employers.way' }),
  domain: z.string().max(300),
});
export const proofInput = z.strictObject({
  way: z.enum(PROOF_WAYS, { error: 'employers.way' }),
  /** A domain, a web address, or the own mail address for "works at". */
  domain: z.string().max(300),
  /** For mail: one of the four, or empty where `domain` is a whole mail address of one's own. */
  mailbox: z.string().max(64),
});

import { z } from 'zod';
import { EMPLOYER_ROLES } from '#worker/employers/model/employer-role.ts';
import { PROOF_WAYS } from '#worker/employers/model/proof-ways.ts';

const role = z.enum(EMPLOYER_ROLES);
const status = z.enum(['active', 'suspended']);
const verified = z.object({ domain: z.string(), since: z.string() }).nullable();

/** One of the employers that somebody works for. */
export const ownEmployerRow = z.object({ id: z.string(), slug: z.string(), name: z.string(), role, status, verified });
export const ownEmployers = z.object({ employers: z.array(ownEmployerRow).readonly() }).meta({ id: 'OwnEmployers' });
export type OwnEmployersView = z.infer<typeof ownEmployers>;

const page = z.object({
  name: z.string(),
  website: z.string().nullable(),
  about: z.string().nullable(),
  places: z.array(z.string()).readonly(),
  logoId: z.string().nullable(),
});

const member = z.object({
  id: z.string(),
  name: z.string().nullable(),
  /** Whole for owners and of oneself; else masked. */
  email: z.string(),
  role,
  since: z.string(),
  worksAt: z.string().nullable(),
  isYou: z.boolean(),
});

const proof = z.object({
  id: z.string(),
  domain: z.string(),
  way: z.enum(PROOF_WAYS),
  /** The mailbox that was written to. */
  to: z.string().nullable(),
  /** What the record or the file has to say, and where. */
  text: z.string(),
  record: z.string(),
  file: z.string(),
  until: z.string(),
  isProven: z.boolean(),
  /** Of a claim that a moderator decides: not before. */
  decidedFrom: z.string().nullable(),
  /** Failed checks since it held. */
  failures: z.int(),
});

/** An employer as those see it who work for it. */
export const employerView = z
  .object({
    ...ownEmployerRow.shape,
    page,
    /** What it does, as it looks: contacts are taken out. Safe HTML. */
    aboutHtml: z.string().nullable(),
    /** What waits for a moderator. */
    waiting: z.object({ page, askedAt: z.string() }).nullable(),
    isPublic: z.boolean(),
    /** A moderator looks at a change before others see it. */
    changesWait: z.boolean(),
    members: z.array(member).readonly(),
    /** For owners. */
    invitations: z.array(z.object({ id: z.string(), email: z.string(), role, until: z.string() })).readonly(),
    proofs: z.array(proof).readonly(),
    looksOutside: z.boolean(),
  })
  .meta({ id: 'EmployerAtWork' });
export type EmployerView = z.infer<typeof employerView>;

export const invitationView = z.object({
  employer: z.object({ name: z.string(), verifiedDomain: z.string().nullable() }),
  role,
});
export type InvitationView = z.infer<typeof invitationView>;

/** How a claim on an employer stands. */
export const claimView = z.object({
  employer: z.object({ name: z.string(), slug: z.string(), website: z.string().nullable() }),
  /** Whether somebody works for it already: then a moderator decides, after a notice. */
  hasPeople: z.boolean(),
  proofs: z.array(proof).readonly(),
  looksOutside: z.boolean(),
});
export type ClaimView = z.infer<typeof claimView>;

export const proofView = z.object({
  employer: z.object({ name: z.string(), website: z.string().nullable() }),
  domain: z.string(),
  worksAt: z.boolean(),
});
export type ProofView = z.infer<typeof proofView>;

import { EMPLOYER_LIMITS } from '#worker/employers/model/employer-input.ts';
import { inEnglish } from '#worker/kernel/in-english.ts';
import { MERGE_UNDONE_WITHIN } from '#worker/promises/model/employer-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** Why something cannot be done with an employer, its people or its domain. */
export const EMPLOYER_REFUSALS = {
  'employers.mail-only': { en: 'This board looks at no outside addresses. Prove the domain by mail.' },
  'employers.proofs-open': { en: 'Too many proofs are open already. Finish one, or give one up.' },
  'employers.mailbox': { en: 'Choose one of the four mailboxes.' },
  'employers.work-address': { en: 'Write your whole address at work, such as name@example.com.' },
  'employers.address-below-domain': { en: 'Write an address directly at the domain, such as name@example.com, not at a name below it.' },
  'employers.invitation-over': { en: 'This invitation is over already: it was accepted, withdrawn or has run out.' },
  'employers.not-there': { en: 'This person does not work for the employer any more.' },
  'employers.last-owner': { en: 'Somebody has to own this employer. Make another person an owner first.' },
  'employers.proof-over': { en: 'This proof was given up, has run out, or a newer one took its place. Begin again.' },
  'employers.no-claims': { en: 'This board looks at no outside addresses. Write to us instead.' },
  'employers.claim-twice': { en: 'You work for this employer already, or too many of your proofs are open. Look at your employers.' },
  'employers.none': { en: 'There is no such employer on this board.' },
  'employers.slug-taken': { en: 'Another employer has this address. Choose another one, or leave it empty.' },
  'employers.own-too-many': { en: 'You own as many employers as one account may. Make somebody else the owner of one first.' },
  'employers.invite-address': { en: 'Write the whole e-mail address, such as name@example.org.' },
  'employers.invite-known': { en: 'This person works for the employer already. Change the role in the list instead.' },
  'employers.invited-too-many': { en: 'Too many people are invited already. Wait until some have answered, or withdraw an invitation.' },
  'employers.account-kind': { en: 'Only accounts for employers write ads for one. Sign in with such an account, or make one.' },
  'employers.cannot-merge': {
    en: 'These two cannot be merged: one of them is suspended, was merged before, or is no employer with a page.',
  },
  'employers.not-merged': { en: 'This employer was not merged, or that was undone already.' },
  'employers.merge-final': { en: `Undoing a merger was possible for ${sayDuration(MERGE_UNDONE_WITHIN, 'en')}, and they are over.` },
  'employers.domain-no-domain': { en: 'Write a domain such as example.com.' },
  'employers.domain-not-public': {
    en: 'A name that ends like this is not on the public web, so nobody can prove it. Write the domain of the employer’s own web site.',
  },
  'employers.domain-public-suffix': { en: 'Many people share this ending. Write your own domain below it, such as example.co.uk.' },
  'employers.domain-free-mail': {
    en: 'Everybody can get a mailbox there, so it proves nothing. Write the domain of the employer’s own web site.',
  },
  'employers.one-line': { en: 'Write it on one line.' },
  'employers.contacts-out': { en: 'Leave e-mail addresses and phone numbers out: everybody reads this.' },
  'employers.name-long': { en: `Keep the name within ${EMPLOYER_LIMITS.name} characters.` },
  'employers.name': { en: 'Write the name of the employer, with two letters at least.' },
  'employers.website-long': { en: `Write an address of at most ${EMPLOYER_LIMITS.website} characters.` },
  'employers.link-to-act': {
    en: 'This leads to a page of this board that does something. Link to an ad or an employer here, or to a page elsewhere.',
  },
  'employers.website': { en: 'Write the address of a public web site with https://, such as https://example.com.' },
  'employers.about-long': { en: `Keep what it does within ${inEnglish(EMPLOYER_LIMITS.about)} characters.` },
  'employers.place-long': { en: `Keep each place within ${EMPLOYER_LIMITS.place} characters.` },
  'employers.places-many': { en: `Name ${EMPLOYER_LIMITS.places} places at most.` },
  'employers.slug': { en: `Use small letters, digits and single hyphens, 3 to ${EMPLOYER_LIMITS.slug} of them.` },
  'employers.role': { en: 'Choose owner or recruiter.' },
  'employers.way': { en: 'Choose one of the ways.' },
  'employers.owners-only': { en: 'Only an owner of this employer may do that. Ask one of them.' },
  'employers.none-of-yours': { en: 'There is no such employer that you work for.' },
  'employers.own-case': { en: 'Nobody decides on an employer of their own. Leave it to somebody else.' },
  'employers.suspended-already': { en: 'This employer is suspended already.' },
  'employers.not-suspended': { en: 'This employer is not suspended.' },
  'employers.logo-refused': { en: 'Only an owner gives the logo, and not too often within an hour. Ask an owner, or come back later.' },
} as const satisfies Readonly<Record<string, Words>>;

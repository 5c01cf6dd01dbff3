import type { DomainRefusal } from '#worker/employers/model/domain.ts';

const WORDS: Readonly<Record<DomainRefusal, string>> = {
  'no-domain': 'Write a domain such as example.com.',
  'public-suffix': 'Many share this one. Write the domain that is your own below it.',
  'free-mail': 'Everybody gets a mailbox there, so it proves nothing. Write the domain of the employer’s own web site.',
};

export function refusedDomain(refusal: DomainRefusal): string {
  return WORDS[refusal];
}

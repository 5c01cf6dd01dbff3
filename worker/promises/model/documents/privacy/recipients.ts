import { type SectionPlan, tableOr } from '#worker/promises/model/documents/blocks.ts';
import type { DocumentSource, Voice } from '#worker/promises/model/documents/document-voice.ts';
import type { PolicyBlock } from '#worker/promises/model/policy-document.ts';
import { sharingOf } from '#worker/promises/model/recipients.ts';
import type { Words } from '#worker/promises/model/words.ts';

export const RECIPIENTS_SECTION: SectionPlan = {
  id: 'recipients',
  title: { en: 'Who gets data' },
  plain: { en: 'Ads are for everybody. What is about you goes to nobody but those named here, and is never sold.' },
  details: (source, voice) => [
    recipientTable(source, voice),
    companyTable(source, voice),
    { is: 'paragraph', text: soldOrShared(source, voice) },
    {
      is: 'paragraph',
      text: voice.say({
        en: 'Nobody gets data for belonging to the same group of companies as {controller}: whoever gets any is named here. If {board} were ever handed over to somebody else, a new version of this policy would say so {announce-ahead} ahead.',
      }),
    },
    { is: 'links', items: [{ href: '/processors', text: voice.say({ en: 'The companies one by one' }) }] },
  ],
  promises: ['recipients'],
};

function recipientTable({ policy }: DocumentSource, { say }: Voice): PolicyBlock {
  return {
    is: 'table',
    caption: say({ en: 'Recipients' }),
    columns: [say({ en: 'Who' }), say({ en: 'Gets what' }), say({ en: 'When' })],
    rows: policy.recipients.map(({ who, gets, when }) => [say(who), say(gets), say(when)]),
  };
}

const ROLES: Readonly<Record<'processor' | 'controller', Words>> = {
  processor: { en: 'Works on our instructions, bound by contract to secrecy' },
  controller: { en: 'Answers for itself for what it does with the data' },
};

function companyTable({ policy }: DocumentSource, { say, country }: Voice): PolicyBlock {
  return tableOr(
    {
      caption: say({ en: 'Companies' }),
      columns: [say({ en: 'Company' }), say({ en: 'Does what' }), say({ en: 'Role' }), say({ en: 'Country and safeguard' })],
      rows: policy.processors.map((one) => [
        one.name,
        say(one.does),
        say(ROLES[one.role]),
        one.safeguard === null ? country(one.country) : `${country(one.country)}; ${say(one.safeguard)}`,
      ]),
    },
    say({ en: 'No company handles data for us: {controller} runs everything itself.' }),
  );
}

function soldOrShared({ policy }: DocumentSource, { say, list }: Voice): string {
  const sharing = sharingOf(policy.services).map(({ name }) => name);
  if (sharing.length === 0) return say({ en: 'Nothing is sold, and nothing is shared for advertising.' });
  return say(
    { en: 'Nothing is sold. For advertising, data is shared with {services}, and only after you said yes to it by name.' },
    { services: list(sharing) },
  );
}

import { type SectionPlan, tableOr } from '#worker/promises/model/documents/blocks.ts';
import type { DocumentSource, Voice } from '#worker/promises/model/documents/document-voice.ts';
import { nameOfLaw } from '#worker/promises/model/laws.ts';
import { LEGAL_BASES } from '#worker/promises/model/legal-bases.ts';
import type { PolicyBlock } from '#worker/promises/model/policy-document.ts';

export const PURPOSES_SECTION: SectionPlan = {
  id: 'purposes',
  title: { en: 'What data is used for, and why that is allowed' },
  plain: { en: 'This list is complete: if a use is not in it, it does not happen. Each use rests on one ground that the law knows.' },
  details: (source, voice) => [purposeTable(source, voice), groundsUsed(source, voice), weighing(source, voice)],
};

function purposeTable({ policy }: DocumentSource, { say }: Voice): PolicyBlock {
  const dataFor = (purpose: string) => policy.dataCategories.filter(({ purposes }) => purposes.some((id) => id === purpose));
  return {
    is: 'table',
    caption: say({ en: 'Purposes' }),
    columns: [say({ en: 'Purpose' }), say({ en: 'What is done' }), say({ en: 'Ground' }), say({ en: 'Data' })],
    rows: policy.purposes.map(({ id, name, does, basis }) => [
      say(name),
      say(does),
      `${say(LEGAL_BASES[basis].name)} (${nameOfLaw(LEGAL_BASES[basis].law)})`,
      dataFor(id)
        .map((category) => say(category.name))
        .join('; '),
    ]),
  };
}

function groundsUsed({ policy }: DocumentSource, { say }: Voice): PolicyBlock {
  const used = [...new Set(policy.purposes.map(({ basis }) => basis))];
  return { is: 'terms', items: used.map((basis) => ({ term: say(LEGAL_BASES[basis].name), text: say(LEGAL_BASES[basis].means) })) };
}

/** GDPR 6(1)(f): the interest, why nothing less will do, and what it means for people. */
function weighing({ policy }: DocumentSource, { say }: Voice): PolicyBlock {
  const rows = policy.purposes.flatMap((purpose) =>
    purpose.basis === 'legitimate-interest'
      ? [[say(purpose.name), say(purpose.balancing.interest), say(purpose.balancing.need), say(purpose.balancing.effect)]]
      : [],
  );
  return tableOr(
    {
      caption: say({ en: 'How legitimate interests were weighed' }),
      columns: [
        say({ en: 'Purpose' }),
        say({ en: 'The interest' }),
        say({ en: 'Why nothing less will do' }),
        say({ en: 'What it means for you' }),
      ],
      rows,
    },
    say({ en: 'No purpose rests on a legitimate interest.' }),
  );
}

import { escapeXml } from '#worker/kernel/escape.ts';
import type { PageWords } from '#worker/privacy/model/copy-page-words.ts';
import type { Explanation } from '#worker/privacy/model/explanation.ts';
import { list, paragraphs, table } from '#worker/privacy/model/html.ts';

/** What is done with the data, why, for how long, who gets any, and what one may do about it: as HTML, every text escaped. */
export function explanationHtml(explanation: Explanation, words: PageWords): string {
  const { purposes, categories, recipients, companies, transfers, rights, howToAsk, complaint, automatedDecisions } = explanation;
  const names = new Map(purposes.map(({ id, name }) => [id, name]));
  const heading = (text: string) => `<h3>${escapeXml(text)}</h3>`;
  return [
    `<h2>${escapeXml(words.explanation)}</h2>`,
    heading(words.who),
    list(whoIs(explanation, words)),
    heading(words.purposes),
    table(
      [words.purpose, words.does, words.ground],
      purposes.map(({ name, does, ground, law }) => [name, does, `${ground} (${law})`]),
    ),
    heading(words.categories),
    table(
      [words.what, words.holds, words.source, words.purpose, words.here],
      categories.map(({ name, holds, source, purposes: ids, inThisCopy }) => [
        ...[name, holds, source],
        ids.map((id) => names.get(id) ?? id).join('; '),
        inThisCopy ? words.yes : words.no,
      ]),
    ),
    heading(words.retention),
    table([words.what, words.kept, words.howLong, words.from], categories.flatMap(keptRows)),
    heading(words.recipients),
    table(
      [words.recipient, words.gets, words.when],
      recipients.map(({ who, gets, when }) => [who, gets, when]),
    ),
    companies.length === 0 ? paragraphs([words.noCompanies]) : companyTable(companies, words),
    heading(words.transfers),
    paragraphs(transfers),
    heading(words.decisions),
    paragraphs(automatedDecisions),
    heading(words.rights),
    table(
      [words.right, words.means, words.within, words.law],
      rights.map(({ name, means, within, law }) => [name, means, within, law ?? words.ours]),
    ),
    paragraphs([...howToAsk, ...complaint.text, `${complaint.authority}: ${complaint.website}`]),
  ].join('\n');
}

function whoIs({ controller, contact }: Explanation, words: PageWords): readonly string[] {
  return [
    `${words.controller}: ${controller.name}, ${controller.address}, ${controller.country}, ${controller.mail}`,
    `${words.contact}: ${contact.mail}, ${contact.address}`,
  ];
}

function keptRows({ name, kept }: Explanation['categories'][number]): readonly (readonly string[])[] {
  return kept.map((rule) => [name, rule.what, rule.for, rule.from]);
}

function companyTable(companies: Explanation['companies'], words: PageWords): string {
  return table(
    [words.company, words.does, words.role, words.place],
    companies.map(({ name, role, does, country, safeguard }) => [
      ...[name, does, words.roles[role]],
      safeguard === null ? country : `${country}; ${safeguard}`,
    ]),
  );
}

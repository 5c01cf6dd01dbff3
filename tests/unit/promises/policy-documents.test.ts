import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import type { Board } from '#worker/board/model/board.ts';
import { board } from '#worker/board/model/this-board.ts';
import { countryName } from '#worker/kernel/display-names.ts';
import { projectDir } from '#worker/local/project.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';
import { documentsOf } from '#worker/promises/model/documents/documents.ts';
import { fillWords } from '#worker/promises/model/fill-words.ts';
import { nameOfLaw } from '#worker/promises/model/laws.ts';
import { LEGAL_BASES } from '#worker/promises/model/legal-bases.ts';
import { noticesFor } from '#worker/promises/model/notices.ts';
import { PLANNED_PURPOSES } from '#worker/promises/model/planned-purposes.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import type { PolicyBlock, PolicyDocument, PolicySection } from '#worker/promises/model/policy-document.ts';
import { SECURITY_MEASURES } from '#worker/promises/model/security-measures.ts';
import { newestVersion } from '#worker/promises/model/versions.ts';

const BOARDS: readonly [string, Board][] = [
  ['the demonstration board', board],
  ['a board with services and processors', otherBoard],
  ['a board that runs nothing optional', { ...board, services: { counters: false, googleAnalytics: null, googleAds: null } }],
];

/** Every document of a board, by its newest version. */
function documents(of: Board): readonly PolicyDocument[] {
  return documentsOf({ policy: policyOf(of), clauses: CLAUSES, language: 'en', version: newestVersion(of) });
}

function sectionOf(of: Board, document: PolicyDocument['id'], section: string): PolicySection {
  const found = documents(of)
    .find(({ id }) => id === document)
    ?.sections.find(({ id }) => id === section);
  if (found === undefined) throw new Error(`There is no ${document}#${section}.`);
  return found;
}

function rowsOf(blocks: readonly PolicyBlock[]): readonly (readonly string[])[] {
  return blocks.flatMap((block) => (block.is === 'table' ? block.rows : []));
}

const textOf = (part: unknown): string => JSON.stringify(part);

describe.each(BOARDS)('%s', (_, of) => {
  test('has four documents without a gap, an empty list or an empty cell', proves('no-gaps-in-policy'), () => {
    const all = documents(of);
    expect(all.map(({ id }) => id)).toEqual(['privacy', 'cookies', 'terms', 'california']);
    const texts = textOf(
      all.map(({ sections, title, summary }) => [title, summary, sections.map(({ plain, blocks }) => [plain, blocks.map(stringsIn)])]),
    );
    expect(texts).not.toMatch(/\{[a-z]|undefined|null|NaN|\[object|\[\]|""/);
  });

  test('prints every notice of the law in its place', proves('no-gaps-in-policy'), () => {
    const policy = policyOf(of);
    for (const { document, section, id, words } of noticesFor(policy)) {
      expect(sectionOf(of, document, section).blocks, id).toContainEqual({
        is: 'paragraph',
        text: fillWords(words, { facts: policy.facts, language: 'en' }),
      });
    }
  });

  test('names one legal ground for each purpose, and weighs each legitimate interest', proves('one-basis-each'), () => {
    const [grounds, weighed] = sectionOf(of, 'privacy', 'purposes').blocks.filter((block) => block.is === 'table');
    const { purposes } = policyOf(of);
    const lawsIn = (text = '') => Object.values(LEGAL_BASES).filter(({ law }) => text.includes(nameOfLaw(law)));
    expect(grounds?.rows.map(([, , ground]) => lawsIn(ground))).toEqual(purposes.map(({ basis }) => [LEGAL_BASES[basis]]));
    expect(weighed?.rows.map(([name]) => name)).toEqual(
      purposes.filter(({ basis }) => basis === 'legitimate-interest').map(({ name }) => name.en),
    );
  });

  test('uses every kind of data for a purpose of the list, and has data for every purpose', proves('purposes-closed-list'), () => {
    const { purposes, dataCategories } = policyOf(of);
    const ids = purposes.map(({ id }) => id);
    expect(dataCategories.filter((category) => !category.purposes.every((id) => ids.includes(id)))).toEqual([]);
    expect(ids.filter((id) => !dataCategories.some((category) => category.purposes.some((purpose) => purpose === id)))).toEqual([]);
  });

  test('promises nothing that is not built', () => {
    const all = textOf(documents(of));
    expect(PLANNED_PURPOSES.filter(({ does }) => all.includes(does.en))).toEqual([]);
    const planned = CLAUSES.filter(({ state }) => state === 'planned').map(({ id }) => `"clause":"${id}"`);
    expect(planned.filter((mark) => all.includes(mark))).toEqual([]);
  });

  test('prints each kept promise once: in its privacy policy, its cookie policy or its terms', () => {
    const sections = documents(of).flatMap(({ id, sections }) => (id === 'california' ? [] : sections));
    const printed = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.is === 'promises' ? block.items.map(({ clause }) => clause) : [])),
    );
    expect(printed.toSorted()).toEqual(
      CLAUSES.filter(({ state }) => state === 'kept')
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('names who answers for the data, with mail, post and authority', proves('each-board-its-controller'), () => {
    const who = textOf(sectionOf(of, 'privacy', 'who'));
    const { controller, dataProtection } = of;
    const named = [controller.name, controller.mail, ...controller.postalAddress, dataProtection.mail, ...dataProtection.postalAddress];
    expect([...named, controller.supervisoryAuthority.name].filter((one) => !who.includes(one))).toEqual([]);
  });

  test('says in which country each store lies, and how it is encrypted there', proves('where-data-lies'), () => {
    const rows = rowsOf(sectionOf(of, 'privacy', 'places').blocks);
    expect(rows.map(([, country, , atRest]) => [country, atRest])).toEqual(
      Object.values(of.dataLocations).map(({ country, atRest }) => [countryName(country, 'en'), atRest.en]),
    );
  });

  test('names a way and a deadline for each right', proves('each-right-has-a-way'), () => {
    for (const [document, laws] of [
      ['privacy', of.jurisdictions],
      ['california', ['ccpa']],
    ] as const) {
      const section = sectionOf(of, document, 'rights');
      const rights = policyOf({ ...of, jurisdictions: laws }).rights;
      const rows = rowsOf(section.blocks);
      expect(rows.map(([name]) => name)).toEqual(rights.map(({ name }) => name.en));
      for (const [, , way, deadline] of rows) {
        expect(way).toMatch(/by mail or post/i);
        expect(deadline).toMatch(/^(At once|Within \d+)/);
      }
    }
    const asked = textOf([sectionOf(of, 'privacy', 'rights'), sectionOf(of, 'california', 'asking')]);
    expect(asked).toContain(`mailto:${of.dataProtection.mail}`);
    expect(asked).toContain(of.dataProtection.postalAddress.join(', '));
  });

  test('gives the time that the law gives', proves('each-right-has-a-way'), () => {
    const timeFor = (document: PolicyDocument['id'], name: string) => {
      const rows = rowsOf(sectionOf(of, document, 'rights').blocks);
      return rows.find(([right]) => right === name)?.[3];
    };
    expect(timeFor('privacy', 'Delete it')).toBe('At once in your account; otherwise within 1 month');
    expect(timeFor('california', 'Delete it')).toBe('At once in your account; otherwise within 45 days');
    expect(timeFor('california', 'Limit the use of sensitive data')).toBe('Within 15 business days');
  });

  test('shows version, day and changes in each document', proves('policy-dated'), () => {
    const newest = of.policyVersions.at(-1);
    for (const document of documents(of)) {
      expect([document.version, document.effective]).toEqual([newest?.version, newest?.effective]);
      const rows = rowsOf(document.sections.find(({ id }) => id === 'changes')?.blocks ?? []);
      expect(rows.map(([version]) => version)).toEqual(of.policyVersions.map(({ version }) => String(version)).toReversed());
      expect(rows[0]?.[2]).toBe(newest?.changes[0]?.en ?? 'The first version');
    }
  });
});

test('services that are switched on appear with recipient, cookies and country, and none that is off', () => {
  const [privacy, cookies, , california] = documents(otherBoard).map(textOf);
  for (const text of [privacy, cookies]) expect(text).toContain('Google Ireland Limited');
  for (const text of [privacy, cookies]) expect(text).toContain('_ga_NORRSKEN1');
  expect(california).toContain('"Google Ads"');
  expect(textOf(documents(board))).not.toMatch(/Google|_ga|_gcl/);
  expect(textOf(documents(board))).toContain('Our own counters');
  expect(textOf(documents(otherBoard))).not.toContain('Our own counters');
});

test('each security measure names files that are there', () => {
  const named = SECURITY_MEASURES.flatMap(({ enforcedBy }) => enforcedBy);
  expect(SECURITY_MEASURES.filter(({ enforcedBy }) => enforcedBy.length === 0)).toEqual([]);
  expect(named.filter((path) => !existsSync(join(projectDir, path)))).toEqual([]);
});

test('what is sold or shared is worked out from the services', proves('sharing-computed'), () => {
  const sold = (services: Partial<Board['services']>) =>
    textOf(sectionOf({ ...otherBoard, services: { ...otherBoard.services, ...services } }, 'california', 'sold'));
  expect(sold({})).toContain('California’s law calls sharing');
  expect(sold({ googleAds: null })).toContain('We do not sell personal information, and do not share it');
});

test('an announced version links to those before it', proves('policy-dated'), () => {
  expect(textOf(sectionOf(otherBoard, 'privacy', 'changes'))).toContain('"href":"/privacy/versions/1"');
  expect(textOf(sectionOf(board, 'privacy', 'changes'))).not.toContain('/versions/');
});

/** What a reader sees of a block. */
function stringsIn(block: PolicyBlock): readonly unknown[] {
  if (block.is === 'paragraph') return [block.text];
  if (block.is === 'table') return [block.caption, block.columns, block.rows];
  return [block.items];
}

test(
  'who stands for a controller outside the EEA is named in the privacy policy and in the terms',
  proves('each-board-its-controller'),
  () => {
    const representative = {
      name: 'Inside AB',
      mail: 'inside@keepword.example',
      postalAddress: ['Brunnsgatan 4', '211 20 Malmö', 'Sweden'],
    };
    const abroad: Board = { ...board, controller: { ...board.controller, country: 'US', representative } };
    for (const [document, section] of [
      ['privacy', 'who'],
      ['terms', 'contact-points'],
    ] as const) {
      expect(textOf(sectionOf(abroad, document, section))).toContain(
        'Inside AB, Brunnsgatan 4, 211 20 Malmö, Sweden, inside@keepword.example',
      );
      expect(textOf(sectionOf(board, document, section))).not.toContain('Representative');
    }
  },
);

test(
  'the notice for California says by the law’s categories what is shared, and what browsers send is of two',
  proves('sharing-computed'),
  () => {
    const both = 'Identifiers; Internet or other network activity';
    const [shared] = rowsOf(sectionOf(otherBoard, 'california', 'sold').blocks);
    expect(shared).toEqual(['Google Ads', expect.any(String), both, 'Google Ireland Limited']);
    const collected = rowsOf(sectionOf(board, 'california', 'collected').blocks);
    expect(collected.find(([, what]) => what?.startsWith('What your browser sends along'))?.[0]).toBe(both);
    const disclosed = rowsOf(sectionOf(otherBoard, 'california', 'disclosed').blocks);
    expect(disclosed.find(([who]) => who === 'Google Ireland Limited')?.[2]).toBe(both);
  },
);

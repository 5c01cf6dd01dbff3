import { COPY_SCHEMA_VERSION } from '#worker/privacy/model/copy.ts';
import { FIELD_WORDS, PART_WORDS } from '#worker/privacy/model/copy-words.ts';
import type { OwnField, OwnTableRows } from '#worker/privacy/model/own-data.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'array', items: TEXT } as const;
const TEXT_OR_NONE = { type: ['string', 'null'] } as const;

/** Describes `your-data.json` for programs, as a JSON Schema (2020-12). */
export function copySchema(tables: readonly OwnTableRows[]): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A copy of what is kept about one account, or about one ad without an account',
    description: 'Times are ISO 8601 in UTC. New fields may come at any time; schemaVersion goes up when one changes its meaning or goes.',
    ...closed({
      $schema: TEXT,
      schemaVersion: { const: COPY_SCHEMA_VERSION },
      of: { enum: ['account', 'ad'] },
      madeAt: { type: 'string', format: 'date-time' },
      language: TEXT,
      board: closed({ name: TEXT, address: TEXT }),
      explanation: { description: 'What GDPR 15(1) and (2) ask to be told with a copy.', ...explanation() },
      data: closed(Object.fromEntries(tables.map((table) => [table.name, part(table)]))),
    }),
  };
}

function part({ name, fields }: OwnTableRows): Json {
  const row = closed(Object.fromEntries(fields.map((field) => [field.name, described(field)])));
  const leftOut = { type: 'object', description: 'What is kept and not shown, with the reason.', additionalProperties: TEXT };
  return {
    description: PART_WORDS[name]?.en ?? name,
    ...closed({ purpose: TEXT, categories: TEXTS, rows: { type: 'array', items: row }, leftOut }),
  };
}

function described({ name, is, mayBeMissing }: OwnField): Json {
  const description = FIELD_WORDS[name]?.en ?? name;
  const types = { text: ['string'], number: ['integer'], boolean: ['boolean'], json: ['array', 'object'], time: ['string'] }[is];
  return { description, type: mayBeMissing ? [...types, 'null'] : types, ...(is === 'time' ? { format: 'date-time' } : {}) };
}

function explanation() {
  const list = (properties: Readonly<Record<string, Json>>) => ({ type: 'array', items: closed(properties) });
  return closed({
    controller: closed({ name: TEXT, mail: TEXT, address: TEXT, country: TEXT }),
    contact: closed({ mail: TEXT, address: TEXT }),
    purposes: list({ id: TEXT, name: TEXT, does: TEXT, ground: TEXT, law: TEXT }),
    categories: list({
      ...{ id: TEXT, name: TEXT, holds: TEXT, source: TEXT, purposes: TEXTS },
      kept: list({ what: TEXT, for: TEXT, from: TEXT }),
      inThisCopy: { type: 'boolean' },
    }),
    recipients: list({ who: TEXT, gets: TEXT, when: TEXT }),
    companies: list({ name: TEXT, role: { enum: ['processor', 'controller'] }, does: TEXT, country: TEXT, safeguard: TEXT_OR_NONE }),
    transfers: TEXTS,
    rights: list({ name: TEXT, means: TEXT, within: TEXT, law: TEXT_OR_NONE }),
    howToAsk: TEXTS,
    complaint: closed({ text: TEXTS, authority: TEXT, website: TEXT }),
    automatedDecisions: TEXTS,
  });
}

/** All of these, and nothing else. */
function closed(properties: Readonly<Record<string, Json>>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

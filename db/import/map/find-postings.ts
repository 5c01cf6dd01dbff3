/** A JSON-LD node: read with the functions below, never trusted. */
export type JsonNode = Readonly<Record<string, unknown>>;

const DEEPEST = 6;

/** Every JobPosting inside a JSON value: alone, in arrays, in `@graph`, in item lists and common wrappers. */
export function findPostings(value: unknown, depth = 0): readonly JsonNode[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => findPostings(entry, depth + 1));
  if (!isNode(value)) return [];
  if (typesOf(value).includes('jobposting')) return [value];
  return Object.values(value).flatMap((entry) => (typeof entry === 'object' ? findPostings(entry, depth + 1) : []));
}

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typesOf(node: JsonNode): readonly string[] {
  return listOf(node['@type'] ?? node.type).map((type) =>
    textOf(type)
      .replace(/^.*[/#:]/, '')
      .toLowerCase(),
  );
}

/** One or many as many. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The text of a value: itself, `@value`, or the `name` of what it points to; else empty. */
export function textOf(value: unknown): string {
  return textWithin(value, 0);
}

function textWithin(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (depth > DEEPEST) return '';
  if (Array.isArray(value)) return value.map((entry) => textWithin(entry, depth + 1)).find((text) => text !== '') ?? '';
  if (!isNode(value)) return '';
  return textWithin(value['@value'] ?? value.name ?? value.value ?? value['@id'], depth + 1);
}

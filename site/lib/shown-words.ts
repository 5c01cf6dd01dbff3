/** What a notice said, as far as a person wants to read it again. */
export interface ShownWords {
  readonly lines: readonly string[];
  /** The names of services as they were then, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads a notice of any age: an older one may lack what today's has. */
export function shownWords(notice: unknown): ShownWords {
  const categories = listIn(notice, 'categories');
  const services = categories.flatMap((category) => listIn(category, 'services'));
  const said = [textIn(notice, 'title'), textIn(notice, 'text'), textIn(notice, 'lasts'), ...services.map(sentence)];
  const names = services.map((service): readonly [string, string] => [textIn(service, 'id'), textIn(service, 'name')]);
  return { lines: said.filter((line) => line !== ''), names: Object.fromEntries(names) };
}

function sentence(service: unknown): string {
  const about = ['text', 'recipient', 'stores'].map((name) => textIn(service, name)).filter((text) => text !== '');
  return `${textIn(service, 'name')}: ${about.join(' ')}`;
}

function textIn(value: unknown, name: string): string {
  const found = fieldIn(value, name);
  return typeof found === 'string' ? found : '';
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const found = fieldIn(value, name);
  return Array.isArray(found) ? found : [];
}

function fieldIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

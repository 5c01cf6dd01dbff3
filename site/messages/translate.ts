import { once } from '#site/lib/once.ts';
import type { en } from '#site/messages/en.ts';

export type MessageKey = keyof typeof en;
export type Message = string | { readonly one: string; readonly other: string };
/** A catalogue of one language; the English one says which messages there are. */
export type Catalogue = Readonly<Record<MessageKey, Message>>;
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** Says messages of one catalogue. Numbers are written as the language writes them; `count` also chooses the form. */
export function translator(catalogue: Readonly<Partial<Catalogue>>, language: string): Translate {
  const { plural, number } = writersOf(language);
  return (key, values = {}) => {
    const form = formOf(catalogue[key] ?? key, plural, values.count);
    return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number.format(value) : (value ?? whole);
    });
  };
}

const writersOf = once((language) => ({ plural: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) }));

function formOf(message: Message, plural: Intl.PluralRules, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  return plural.select(Number(count)) === 'one' ? message.one : message.other;
}

/** The part of a catalogue that the search in the browser needs. */
export function forBrowser(catalogue: Catalogue): Partial<Catalogue> {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => /^(search\.|row\.|frame\.titled$)/.test(key)));
}

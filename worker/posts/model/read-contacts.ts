import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { readOutsideAddress } from '#worker/outside/model/outside-address.ts';
import type { FieldReader } from '#worker/posts/model/field-reader.ts';
import type { PostContact, PostContent } from '#worker/posts/model/post-content.ts';
import type { TextField } from '#worker/posts/model/post-fields.ts';

const LONGEST_LINK = 2000;

export type Reached = Pick<PostContent, 'contacts'> & { readonly apply: PostContent['apply'] | null };

/** How to apply, and the ways to reach the author: these stay behind the act of showing, whatever is chosen. */
export function readContacts(reader: FieldReader): Reached {
  const contacts = [...readMail(reader), ...readPhone(reader)];
  const apply = reader.line('apply');
  if (apply === 'url') {
    const url = readLink(reader, 'applyUrl');
    if (url === null) reader.wrong('applyUrl', 'ad-form.apply-url');
    return { contacts, apply: url === null ? null : { by: 'url', url } };
  }
  if (apply === 'relay') {
    if (!contacts.some(({ kind }) => kind === 'mail')) reader.wrong('contactMail', 'ad-form.relay-mail');
    return { contacts, apply: { by: 'relay' } };
  }
  if (apply === 'contact') {
    if (contacts.length === 0) reader.wrong('contactMail', 'ad-form.contact');
    return { contacts, apply: { by: 'contact' } };
  }
  reader.wrong('apply', 'ad-form.apply');
  return { contacts, apply: null };
}

/** An https address outside; null for nothing, and where it is none, which is noted. */
export function readLink(reader: FieldReader, field: TextField): string | null {
  const typed = reader.line(field);
  if (typed === '') return null;
  const url = readOutsideAddress(typed);
  if (url === null || url.href.length > LONGEST_LINK) {
    reader.wrong(field, 'ad-form.link');
    return null;
  }
  if (findContacts(url.href).length > 0) {
    reader.wrong(field, 'ad-form.link-holds-contact');
    return null;
  }
  return url.href;
}

function readMail(reader: FieldReader): readonly PostContact[] {
  const typed = reader.line('contactMail');
  if (typed === '') return [];
  const address = readEmailAddress(typed);
  if (address === null) {
    reader.wrong('contactMail', 'ad-form.mail');
    return [];
  }
  return [{ kind: 'mail', value: address.shown }];
}

function readPhone(reader: FieldReader): readonly PostContact[] {
  const value = reader.line('contactPhone');
  if (value === '') return [];
  const figures = value.replace(/\D/g, '').length;
  if (!/^\+?[\d\s()./-]+$/.test(value) || figures < 6 || figures > 15) {
    reader.wrong('contactPhone', 'ad-form.phone');
    return [];
  }
  return [{ kind: 'phone', value }];
}

import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { EVERY_MAIL, letterOf, MAIL_KINDS } from '#tests/support/every-mail.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { MailKind } from '#worker/mail/model/mail-facts.ts';
import { type WrittenMail, writeMail } from '#worker/mail/model/write-mail.ts';

const publicUrl = 'https://board.example';
const write = (kind: MailKind, changed: Readonly<Record<string, unknown>> = {}): WrittenMail =>
  writeMail(letterOf(kind, changed), { board, publicUrl, language: 'en' });

interface Seen {
  readonly tags: readonly string[];
  readonly links: readonly string[];
  /** Attributes and styles that make a mail program fetch something. */
  readonly fetched: readonly string[];
  readonly buttons: number;
}

function look(html: string): Seen {
  const [tags, links, fetched]: [string[], string[], string[]] = [[], [], []];
  let buttons = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      tags.push(name);
      if (attributes['class'] === 'button') buttons += 1;
      if (name === 'a') links.push(attributes['href'] ?? '');
      for (const attribute of ['src', 'srcset', 'background', 'poster', 'data', 'action'])
        if (attribute in attributes) fetched.push(attribute);
    },
    ontext: (text) => void (/url\(|@import/.test(text) && fetched.push(text)),
  });
  parser.end(html);
  return { tags, links, fetched, buttons };
}

describe.each(MAIL_KINDS)('%s', (kind) => {
  const mail = write(kind);
  const seen = look(mail.html);

  test('is whole as plain text: what the HTML links to, the text spells out', () => {
    expect(mail.subject.length).toBeGreaterThan(5);
    for (const link of seen.links.filter((address) => address.startsWith(publicUrl))) expect(mail.text).toContain(link);
    expect(mail.text).not.toMatch(/[{}<>]|undefined|null/);
  });

  test('fetches nothing and runs nothing', proves('no-open-tracking'), () => {
    expect(seen.fetched).toEqual([]);
    for (const tag of ['img', 'script', 'link', 'iframe', 'form', 'video', 'object', 'svg']) expect(seen.tags).not.toContain(tag);
    const ours = seen.links.filter((address) => new URL(address).origin === publicUrl);
    const theirs = seen.links.filter((address) => new URL(address).origin !== publicUrl);
    // What the operator wrote leads where it says, by no counting address of ours.
    expect(theirs).toEqual(kind === 'news' ? ['https://example.org/more'] : []);
    for (const link of ours) expect([...new URL(link).searchParams.keys()].filter((name) => name !== 'token')).toEqual([]);
  });

  test('has one button at most, and says who writes, from where, and why', () => {
    expect(seen.buttons).toBeLessThanOrEqual(1);
    for (const said of [board.controller.name, 'Brunnsgatan 4', 'Sweden', 'You get this mail because']) {
      expect(mail.text).toContain(said);
      expect(mail.html).toContain(said);
    }
  });

  test('can be switched off where it is by subscription, and says so where it is not', () => {
    if (kind === 'news') {
      expect(mail.unsubscribe).toBe(`${publicUrl}/api/mail/unsubscribe?token=TOKEN_of-this-mail`);
      expect(mail.text).toContain(`${publicUrl}/unsubscribe?token=TOKEN_of-this-mail`);
    } else {
      expect(mail.unsubscribe).toBeNull();
      expect(mail.text).toContain('service mail');
    }
  });

  test('names times with their zone', () => {
    for (const [time] of mail.text.matchAll(/\d\d:\d\d\S*(?: \S+)?/g)) expect(time).toMatch(/^\d\d:\d\d CET/);
  });
});

const LINKS = {
  'confirm-sign-up': 1,
  'remind-sign-up': 1,
  'reset-password': 1,
  'confirm-address': 1,
  'address-changed': 1,
  'lost-factor': 1,
  'confirm-post': 1,
  'join-employer': 1,
  'prove-domain': 1,
  'manage-post': 1,
  'post-approved': 1,
  'post-question': 1,
  'post-expiring': 1,
  'post-expired': 1,
  'post-unanswered': 1,
  'post-link-dead': 1,
  'decision-guest': 1,
  'notice-received': 1,
  'notice-decided': 1,
  'confirm-relay': 1,
};

test('what a token opens is a page of this board, and no other mail carries one', () => {
  for (const kind of MAIL_KINDS) {
    const count = look(write(kind).html).links.filter(
      (link) => link.startsWith(`${publicUrl}/open/`) && link.endsWith('?token=TOKEN_of-this-mail'),
    );
    expect(count.length, kind).toBe(kind in LINKS ? 1 : 0);
  }
  expect(write('remind-sign-up').text).toContain(`${publicUrl}/open/confirm-sign-up?token=`);
  expect(write('address-changed').text).toContain(`${publicUrl}/open/undo-address?token=`);
});

test('mail about what somebody else may have done says what to do then', () => {
  const harmless: readonly MailKind[] = [
    ...(['inactivity-warning', 'news', 'objection', 'deletion-receipt'] as const),
    ...(['post-approved', 'post-question', 'post-unanswered', 'post-expiring', 'post-expired', 'post-link-dead'] as const),
    ...(['member-changed', 'mark-lost', 'claim-notice', 'claim-decided', 'employer-decided'] as const),
    ...(['decision', 'decision-guest', 'decision-reversed', 'notice-decided', 'appeal-decided', 'case-file-kept'] as const),
  ];
  for (const kind of MAIL_KINDS.filter((one) => !harmless.includes(one)))
    expect(write(kind).text, kind).toMatch(/not you\?|did not do this\?|not ask for this\?/);
});

test('nobody is told that another person hears an objection where one alone decides, or that they can object where nothing is to be heard', () => {
  for (const kind of ['decision', 'notice-decided'] as const) {
    expect(write(kind).text).toContain('somebody else decides');
    const alone = write(kind, { isAlone: true }).text;
    expect(alone).toContain('One person alone decides on this board');
    expect(alone).not.toContain('somebody else decides');
  }
  for (const outcome of ['restricted', 'already-gone']) expect(write('notice-decided', { outcome }).text).not.toMatch(/object/);
});

test('a receipt of a deletion names every store, and what stays until when', () => {
  const { text, html } = write('deletion-receipt');
  for (const said of [
    'Database: 34 rows, 22 November 2026 at 14:05 CET',
    'What stays: the last backup, until 29 November 2026 at 14:05 CET',
  ])
    expect(text).toContain(said);
  expect(html).toContain('What stays: the last backup');
});

const NASTY = [
  'a\r\nBcc: everybody@elsewhere.example',
  'a\nb',
  'a\u2028b',
  '\u202Egnp.exe',
  '<script>alert(1)</script>',
  '"><img src=x>',
  '\u0000',
  '{token}',
];

test('nothing that somebody typed ends a line of the header or becomes a tag', () => {
  for (const text of NASTY) {
    for (const mail of [
      write('news', { subject: text }),
      write('new-device', { browser: text }),
      write('objection', { reason: text, purpose: text }),
    ]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
      expect(look(mail.html)).toMatchObject({ fetched: [] });
      expect(look(mail.html).tags.filter((tag) => ['script', 'img'].includes(tag))).toEqual([]);
    }
  }
});

test('whatever a subject or a browser is called, a mail comes out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(write('news', { subject: text }).subject.length).toBeLessThanOrEqual(200);
      expect(look(write('new-device', { browser: text }).html).fetched).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('in another language the links lead to its pages, and its words come first', () => {
  const bilingual = { ...board, languages: ['en', 'sv'] };
  const mail = writeMail(letterOf('reset-password'), { board: bilingual, publicUrl, language: 'sv' });
  expect(mail.text).toContain(`${publicUrl}/sv/open/reset-password?token=`);
  expect(mail.html).toContain('<html lang="sv"');
  expect(Object.keys(EVERY_MAIL).length).toBeGreaterThan(20);
});

test('whose change was refused reads that the ad itself stays as it was', () => {
  const { subject, text } = write('decision', { restriction: 'rejected', isChange: true });
  expect(subject).toContain('Your change was not published');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('What was approved before stays as it was.');
  expect(text).not.toContain('among your drafts');
  expect(write('decision', { restriction: 'rejected' }).subject).toContain('Your ad was not published');
});

test.each([
  ['moderator', 'You are now a moderator at'],
  ['administrator', 'You are now an administrator at'],
])('whoever becomes %s reads so in the subject', (role, subject) => {
  expect(write('role-granted', { role }).subject).toContain(subject);
});

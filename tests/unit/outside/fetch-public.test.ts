import { expect, test } from 'vitest';
import { aNameServer, dnsMessage } from '#tests/support/name-server.ts';
import { fetchPublic } from '#worker/outside/fetch-public.ts';
import { lookUpName } from '#worker/outside/look-up-name.ts';
import { readAnswer, textOf, writeQuestion } from '#worker/outside/model/dns-message.ts';
import { readOutsideAddress } from '#worker/outside/model/outside-address.ts';
import { isPublicIpv4, isPublicIpv6 } from '#worker/outside/model/public-address.ts';

const four = (text: string) => Uint8Array.from(text.split('.').map(Number));
const six = (...groups: readonly number[]) => {
  const all = [...groups, ...Array<number>(8 - groups.length).fill(0)];
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 255]));
};

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
])('%s is no public machine', (address) => {
  expect(isPublicIpv4(four(address))).toBe(false);
});

test.each([
  '1.1.1.1',
  '9.9.9.9',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.0.1',
  '172.32.0.1',
  '192.1.0.1',
  '198.20.0.1',
  '223.255.255.255',
])('%s is a public machine', (address) => {
  expect(isPublicIpv4(four(address))).toBe(true);
});

test('of IPv6 only the global unicast range is public, without its tunnels and examples', () => {
  const refused = [
    six(),
    six(0, 0, 0, 0, 0, 0, 0, 1),
    six(0, 0, 0, 0, 0, 0xffff, 0x7f00, 1),
    six(0x64, 0xff9b, 0, 0, 0, 0, 0x7f00, 1),
    six(0xfc00),
    six(0xfd12),
    six(0xfe80),
    six(0xff02),
    six(0x2001, 0),
    six(0x2001, 0x20),
    six(0x2001, 0xdb8),
    six(0x2002, 0x7f00, 1),
    six(0x3fff, 1),
    six(0x4000),
  ];
  for (const address of refused) expect(isPublicIpv6(address)).toBe(false);
  for (const address of [six(0x2606, 0x4700), six(0x2a00, 0x1450), six(0x2001, 0x4860), six(0x3ffe)])
    expect(isPublicIpv6(address)).toBe(true);
});

test.each([
  'http://firm.test.com/',
  'https://firm.com:8443/',
  'https://user@firm.com/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://localhost/',
  'https://board.localhost/',
  'https://printer.local/',
  'https://intranet/',
  'https://metadata.google.internal/',
  'https://firm.invalid/',
  'https://com/',
  'https://firm.com./',
  'ftp://firm.com/',
  'javascript:alert(1)',
  'nothing',
])('%s is never asked', (address) => {
  expect(readOutsideAddress(address)).toBeNull();
});

test('an https address of the public name system is asked, also one that is written with other letters', () => {
  expect(readOutsideAddress('https://firm.com/jobs?id=1')?.href).toBe('https://firm.com/jobs?id=1');
  expect(readOutsideAddress('https://bäckerei.de/')?.hostname).toBe('xn--bckerei-5wa.de');
});

function standIns(records: Parameters<typeof aNameServer>[0], answer: () => Response | Promise<Response>) {
  const asked: Request[] = [];
  const nameServer = aNameServer(records);
  return {
    asked,
    context: {
      userAgent: 'Keepword (+https://board.example)',
      lookUpName: (question: Parameters<typeof lookUpName>[1]) =>
        lookUpName({ resolver: 'https://names.example/dns-query', fetch: nameServer }, question),
      fetch: async (request: Request) => {
        asked.push(request);
        return answer();
      },
    },
  };
}

test('a public machine is asked once, by name, and what it says comes back as text', async () => {
  const { asked, context } = standIns({ 'firm.com': { A: ['93.184.215.14'], AAAA: [six(0x2606, 0x2800)] } }, () => new Response('hello'));
  expect(await fetchPublic(context, 'https://firm.com/.well-known/x.txt')).toMatchObject({ is: 'answer', status: 200, text: 'hello' });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.redirect).toBe('manual');
  expect(asked[0]?.headers.get('cookie')).toBeNull();
});

test('a name that leads to a machine inside a network is not asked, even when another of its addresses is public', async () => {
  for (const records of [
    { A: ['127.0.0.1'] },
    { A: ['93.184.215.14', '10.0.0.5'] },
    { A: ['93.184.215.14'], AAAA: [six(0, 0, 0, 0, 0, 0, 0, 1)] },
  ]) {
    const { asked, context } = standIns({ 'inside.com': records }, () => new Response('secret'));
    expect(await fetchPublic(context, 'https://inside.com/')).toEqual({ is: 'refused' });
    expect(asked).toHaveLength(0);
  }
});

test('a redirect is told and not followed', async () => {
  const answer = () => new Response(null, { status: 302, headers: { Location: 'https://127.0.0.1/' } });
  const { asked, context } = standIns({ 'firm.com': { A: ['93.184.215.14'] } }, answer);
  expect(await fetchPublic(context, 'https://firm.com/')).toMatchObject({ is: 'answer', status: 302, location: 'https://127.0.0.1/' });
  expect(asked).toHaveLength(1);
});

test('an answer without an end is left, and one that never comes is silence', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(16_384));
    },
  });
  const records = { 'firm.com': { A: ['93.184.215.14'] } };
  const long = standIns(records, () => new Response(endless));
  expect(await fetchPublic(long.context, 'https://firm.com/')).toEqual({ is: 'too-long' });
  expect(sent).toBeLessThan(10);
  const silent = standIns(records, () => Promise.reject(new TypeError('Network connection lost.')));
  expect(await fetchPublic(silent.context, 'https://firm.com/')).toEqual({ is: 'silent' });
});

test('without a name server, or when it fails, nothing is asked and nothing is said about the address', async () => {
  const { asked, context } = standIns({}, () => new Response('hello'));
  const without = {
    ...context,
    lookUpName: (question: Parameters<typeof lookUpName>[1]) => lookUpName({ resolver: null, fetch }, question),
  };
  expect(await fetchPublic(without, 'https://firm.com/')).toEqual({ is: 'not-tried' });
  const broken = { resolver: 'https://names.example/dns-query', fetch: async () => new Response('busy', { status: 503 }) };
  expect(await lookUpName(broken, { name: 'firm.com', type: 'A' })).toBeNull();
  expect(await fetchPublic(context, 'https://unknown.com/')).toEqual({ is: 'unknown-name' });
  expect(asked).toHaveLength(0);
});

test('a message of a name server is read with pointers, other records between, and long texts in parts', () => {
  const text = 'keepword-verification=abc';
  const parts = Uint8Array.from([3, ...new TextEncoder().encode('kee'), text.length - 3, ...new TextEncoder().encode(text.slice(3))]);
  const message = dnsMessage(writeQuestion('firm.com', 'TXT'), [
    { type: 5, content: Uint8Array.from([0xc0, 12]) },
    { type: 16, content: parts },
  ]);
  expect(readAnswer(message, 'TXT')?.map(textOf)).toEqual([text]);
});

test('a message that is cut off, no answer, or a failure says nothing', () => {
  const question = writeQuestion('firm.com', 'A');
  const message = dnsMessage(question, [{ type: 1, content: four('1.2.3.4') }]);
  expect(readAnswer(message, 'A')).toHaveLength(1);
  for (let length = 0; length < message.length; length += 1) expect(readAnswer(message.slice(0, length), 'A')).toBeNull();
  expect(readAnswer(question, 'A')).toBeNull();
  expect(readAnswer(dnsMessage(question, [], { code: 2 }), 'A')).toBeNull();
  expect(readAnswer(dnsMessage(question, [], { code: 3 }), 'A')).toEqual([]);
});

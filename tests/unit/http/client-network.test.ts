import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientNetwork } from '#worker/http/client-network.ts';

const of = (address: string) => clientNetwork(new Request('https://board.example', { headers: { 'CF-Connecting-IP': address } }));

test('an IPv4 client is its address, and the wider network its first three numbers', () => {
  expect(of('192.0.2.17')).toEqual({ exact: '4:192.0.2.17', wider: '4:192.0.2' });
});

test('an IPv6 client is its /64, and the wider network its /48, however the address is written', () => {
  const network = { exact: '6:2001:db8:1:2', wider: '6:2001:db8:1' };
  for (const address of ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0000:0000:0000:0001', '2001:db8:1:2:ffff:ffff:ffff:ffff'])
    expect(of(address), address).toEqual(network);
  expect(of('::1')).toEqual({ exact: '6:0:0:0:0', wider: '6:0:0:0' });
});

test('an IPv4 client that comes by IPv6 is the same client', () => {
  expect(of('::ffff:192.0.2.17')).toEqual(of('192.0.2.17'));
});

test('whatever the header holds, there is a network, and what is no address shares one', () => {
  for (const address of ['', 'unknown', '1.2.3', '1.2.3.4.5', 'x:y', '[::1]', '::1]/path', '1.2.3.4, 5.6.7.8'])
    expect(of(address), address).toEqual({ exact: 'unknown', wider: 'unknown' });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      expect(of(encodeURI(text.toWellFormed())).exact).toMatch(/^(4:|6:|unknown)/);
    }),
  );
});

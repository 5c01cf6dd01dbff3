import { expect, test } from 'vitest';
import { readRest } from '#worker/http/read-rest.ts';

const PART = new Uint8Array(1_000_000);

/** A body of so many megabytes, that tells how many were taken. */
function sent(megabytes: number, headers: Readonly<Record<string, string>> = {}) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken >= megabytes) return controller.close();
        taken += 1;
        controller.enqueue(PART);
      },
    },
    { highWaterMark: 0 },
  );
  return { request: requestWith(body, headers), taken: () => taken };
}

function requestWith(body: ReadableStream, headers: Readonly<Record<string, string>> = {}): Request {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request('https://board.example/', init);
}

test('a body that nobody wanted is read to its end', async () => {
  const { request, taken } = sent(3);
  await readRest(request);
  expect(taken()).toBe(3);
});

test('one without end is given up, and one that says how far too long it is, is not begun', async () => {
  const [endless, announced] = [sent(1000), sent(1000, { 'Content-Length': '1000000000' })];
  await readRest(endless.request);
  expect(endless.taken()).toBeLessThan(20);
  await readRest(announced.request);
  expect(announced.taken()).toBe(0);
});

test('what somebody reads already, or has read, is left to them', async () => {
  const { request, taken } = sent(1);
  await request.text();
  await readRest(request);
  await readRest(new Request('https://board.example/'));
  expect(taken()).toBe(1);
});

test('whoever goes away while the rest is read breaks nothing', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) }, { highWaterMark: 0 });
  await readRest(requestWith(body));
});

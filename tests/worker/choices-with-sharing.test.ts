import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cookiesFrom, openForm, press, readForm } from '#tests/support/choice-form.ts';
import { proves } from '#tests/support/proves.ts';
import { freshFolder, startProcess } from '#tests/support/start-process.ts';

/** A board with our own counters, Google Analytics and Google Ads; only the last shares data. */
const BOARD = 'tests/support/measured-board.ts';

test(
  'where something is shared, the signal is told, a yes against it takes two steps, and one button refuses it',
  proves('gpc-honoured', 'california-one-button', 'sharing-computed', 'each-service-own-switch'),
  async () => {
    const folder = await freshFolder();
    const board = await startProcess({ BOARD, DATA_DIR: join(folder, 'data'), BUILD_DIR: join(folder, 'build') });
    const origin = await board.address();
    const [choices, california] = [`${origin}/cookies/choices`, `${origin}/california/choices`];
    const signal = { 'Sec-GPC': '1' };
    const allYes = { 'answer-counters': 'no', 'answer-google-analytics': 'yes', 'answer-google-ads': 'yes' };

    const first = await openForm(choices, signal);
    expect(first.html).toContain('Your browser sends Global Privacy Control.');
    expect(first.fields).toMatchObject({ 'answer-counters': 'no', 'answer-google-analytics': 'no', 'answer-google-ads': 'no' });
    const all = await press(choices, { fields: { ...first.fields, act: 'accept_all' }, headers: signal });
    expect(cookiesFrom(all)).toMatch(/counters:1:y:\w+\|google-analytics:1:y:\w+\|google-ads:1:n:/);

    const asked = await readForm(await press(choices, { fields: { ...first.fields, ...allYes, act: 'save' }, headers: signal }));
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('Yes, share all the same');
    expect(asked.fields).toMatchObject({ ...allYes, act: 'save' });
    const left = await press(choices, { fields: { ...asked.fields, confirmed: 'no' }, headers: signal });
    expect(cookiesFrom(left)).toMatch(/google-analytics:1:y:\w+\|counters:1:n:\w+\|google-ads:1:n:/);
    const confirmed = await press(choices, { fields: { ...asked.fields, confirmed: 'yes' }, headers: signal });
    expect(cookiesFrom(confirmed)).toMatch(/google-ads:1:Y:/);

    const Cookie = cookiesFrom(confirmed);
    const page = await openForm(california, { ...signal, Cookie });
    expect(page.html).toMatch(/<h3>Google Ads<\/h3>/);
    expect(page.html).not.toMatch(/<h3>Google Analytics<\/h3>/);
    expect(page.html.match(/<button/g)).toHaveLength(1);
    const refused = await press(california, { fields: { ...page.fields, act: 'opt_out' }, headers: { Cookie } });
    expect(cookiesFrom(refused)).toMatch(/google-ads:1:n:\w+\|google-analytics:1:y:/);
    expect(await board.stop('SIGTERM')).toBe(0);
  },
);

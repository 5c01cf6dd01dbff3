import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync(new URL('../../site/styles/tokens.css', import.meta.url), 'utf8');

/** The light and the dark value of a colour. */
function colour(name: string): readonly [string, string] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`tokens.css has no --${name}`);
  return [light, dark];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/** The lesser of the contrasts in light and in dark. */
function contrast(front: string, back: string): number {
  const [a, b] = [colour(front), colour(back)];
  const ratios = [0, 1].map((scheme) => {
    const [low = 0, high = 0] = [luminance(a[scheme] ?? ''), luminance(b[scheme] ?? '')].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  });
  return Math.min(...ratios);
}

test.each(['paper', 'raised', 'wash', 'mark'])('text on %s has at least 7:1', (back) => {
  expect(contrast('ink', back)).toBeGreaterThanOrEqual(7);
});

test.each(['paper', 'raised', 'wash'])('quiet text on %s has at least 4.5:1', (back) => {
  expect(contrast('quiet', back)).toBeGreaterThanOrEqual(4.5);
});

test.each(['accent', 'accent-strong'])('the words on a button of %s have at least 4.5:1', (back) => {
  expect(contrast('on-accent', back)).toBeGreaterThanOrEqual(4.5);
});

test.each(['paper', 'raised'])('borders of controls on %s have at least 3:1', (back) => {
  expect(contrast('edge', back)).toBeGreaterThanOrEqual(3);
});

test.each(['seen', 'accent', 'warn'])('what stands in the colour %s has at least 4.5:1', (front) => {
  expect(contrast(front, 'paper')).toBeGreaterThanOrEqual(4.5);
});

import type { TextRule } from '#worker/local/lint/text.ts';

const FACT = /\{[^}]*\}/g;
const COUNTS =
  'half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|dozen|couple of|few';
const UNITS = 'seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|percent|per cent|kilometres?|euros?|dollars?';
const IN_WORDS = new RegExp(`\\b(?:${COUNTS})[ -](?:${UNITS})\\b`, 'i');

/** A number of the policy stands in its data once; a sentence names it as a fact, and can never say another. */
export const noNumber: TextRule = ({ where, text }) => {
  const words = text.replace(FACT, '');
  const found = /\d[\d.,]*/.exec(words)?.[0] ?? IN_WORDS.exec(words)?.[0];
  return found === undefined
    ? null
    : `${where}: “${found}” is written by hand in “${text}”. Put the number into the data and name it, as {keep.stopped-jobs}.`;
};

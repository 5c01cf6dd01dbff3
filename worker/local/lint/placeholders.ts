import type { TextRule } from '#worker/local/lint/text.ts';

/** A text in quotation marks may be shown as it stands elsewhere. */
const PLACEHOLDER = /(?<!“)\[[^\]]*\]|\b(?:todo|tbd|fixme|xxx|lorem|ipsum)\b|\.\.\.|<[^>]+>/i;

/** A gap that somebody meant to fill: the fault of policies that were published as they were drafted. */
export const noPlaceholder: TextRule = ({ where, text }) => {
  const [found] = PLACEHOLDER.exec(text) ?? [];
  if (found !== undefined) return `${where}: “${found}” is a gap in “${text}”. Write what belongs there.`;
  return text.trim() === '' ? `${where}: the text is empty. Write it, or leave out what needs it.` : null;
};

/** After everything was filled in, no brace is left. */
export const noBrace: TextRule = ({ where, text }) =>
  /[{}]/.test(text) ? `${where}: “${text}” has a brace left. Name a fact that there is, as {keep.stopped-jobs}.` : null;

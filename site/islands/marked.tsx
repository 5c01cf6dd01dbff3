import type { VNode } from 'preact';
import type { Marks } from '#worker/jobs/model/job-view.ts';

/** Text with what matched set in `<mark>`. */
export function Marked({ text, marks }: { text: string; marks: Marks }) {
  const parts: (string | VNode)[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(end, from), <mark>{text.slice(from, to)}</mark>);
    end = to;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

import { sayFirst } from '#worker/board/model/say-first.ts';
import type { Words } from '#worker/promises/model/words.ts';
import type { AuditFault } from '#worker/staff/model/audit-fault.ts';

const WORDS: Readonly<Record<AuditFault['is'], Words>> = {
  'line-missing': { en: 'Line {line} is missing: it was taken away.' },
  'line-changed': { en: 'Line {line} does not match its mark: a field was changed, or SECRET is not the one it was sealed with.' },
  'line-added': { en: 'Line {line} belongs to no month: it was not written by this board.' },
  'month-changed': { en: 'What is noted of the month {month} does not fit its lines.' },
  'removed-too-early': { en: 'The lines of {month} were removed before their time.' },
  'cut-off': { en: 'On {day} the log reached line {line}, which is no longer there: its end was cut off.' },
  'made-anew': { en: 'Line {line} is not the one that was noted on {day}: the log was made anew.' },
};

/** What is wrong with the log, for administrators and the operator. */
export function sayFault(fault: AuditFault): string {
  return sayFirst(WORDS[fault.is], {
    ...('seq' in fault ? { line: String(fault.seq) } : {}),
    ...('segment' in fault ? { month: fault.segment } : {}),
    ...('day' in fault ? { day: fault.day } : {}),
  });
}

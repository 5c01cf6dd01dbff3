import type { ResponseBudget } from '#db/local/execution.ts';
import { ProtocolFailure } from '#db/local/failures.ts';
import type { TextReference } from '#db/local/protocol.ts';
import type { StatementReader } from '#db/local/statement-text.ts';
import type { Stream } from '#db/local/stream.ts';

/** What a stream's requests run with. */
export interface StreamContext {
  readonly stream: Stream;
  readonly reader: StatementReader;
  readonly budget: ResponseBudget;
}

export function sqlOf({ storedTexts }: Stream, text: TextReference): string {
  if ('sql' in text) return text.sql;
  const sql = storedTexts.get(text.storedAs);
  if (sql === undefined) throw new ProtocolFailure(`SQL text ${text.storedAs} not found`);
  return sql;
}

import type { Arguments } from '#db/local/arguments.ts';

/** What a client may ask for: Hrana over HTTP, version 2. Shapes as in libSQL's HRANA_3_SPEC, in our own names. */
export interface PipelineRequest {
  readonly baton: string | null;
  readonly requests: readonly StreamRequest[];
}

export type StreamRequest =
  | { readonly type: 'execute'; readonly statement: StatementRequest }
  | { readonly type: 'batch'; readonly steps: readonly BatchStep[] }
  | { readonly type: 'sequence'; readonly text: TextReference }
  | { readonly type: 'describe'; readonly text: TextReference }
  | { readonly type: 'store_sql'; readonly id: number; readonly sql: string }
  | { readonly type: 'close_sql'; readonly id: number }
  | { readonly type: 'close' };

/** A text itself, or the number under which the stream has stored it. */
export type TextReference = { readonly sql: string } | { readonly storedAs: number };

export interface StatementRequest {
  readonly text: TextReference;
  readonly arguments: Arguments;
  readonly wantRows: boolean;
}

export interface BatchStep {
  readonly condition: BatchCondition | null;
  readonly statement: StatementRequest;
}

export type BatchCondition =
  | { readonly type: 'ok' | 'error'; readonly step: number }
  | { readonly type: 'not'; readonly condition: BatchCondition }
  | { readonly type: 'and' | 'or'; readonly conditions: readonly BatchCondition[] };

import { type Execution, executePrepared } from '#db/local/execution.ts';
import { openNative } from '#db/local/native.ts';
import { createPreparedStatements } from '#db/local/prepared-statements.ts';
import { asStatementFailure, isBusy, metLock } from '#db/local/sqlite-failure.ts';
import type { StatementText } from '#db/local/statement-text.ts';

export interface DescribedColumn {
  readonly name: string;
  readonly decltype: string | null;
}

export interface Connection {
  readonly inTransaction: boolean;
  /** Runs to the end and answers the protocol's StmtResult as JSON, or `busy` when another process holds the file. */
  execute(execution: Execution): string | 'busy';
  /** The columns it would answer, without running it. */
  describe(statement: StatementText): readonly DescribedColumn[];
  /** Back to how it was opened: no transaction, foreign keys on. */
  reset(): void;
  checkpoint(): void;
  /** A statement that met a lock and was not run again holds what it had read for as long as it lies about: nothing can be written over that. */
  readonly isSpoilt: boolean;
  close(): void;
}

export function openConnection(file: string): Connection {
  const database = openNative(file);
  const prepare = createPreparedStatements(database);
  let isAltered = false;
  let halfWay: string | null = null;

  function execute(execution: Execution): string | 'busy' {
    const { text, words } = execution.statement;
    isAltered ||= words[0] === 'PRAGMA';
    try {
      const result = executePrepared({ database, prepared: prepare(text), execution });
      if (halfWay === text) halfWay = null;
      return result;
    } catch (error) {
      if (metLock(error)) halfWay = text;
      if (isBusy(error)) return 'busy';
      throw asStatementFailure(error, text);
    }
  }

  function describe({ text }: StatementText): readonly DescribedColumn[] {
    try {
      const { native, returnsRows } = prepare(text);
      return returnsRows ? native.columns().map(({ name, type }) => ({ name, decltype: type })) : [];
    } catch (error) {
      throw asStatementFailure(error, text);
    }
  }

  function reset(): void {
    if (database.inTransaction) database.exec('ROLLBACK');
    // Only where needed: it makes SQLite prepare all statements anew.
    if (isAltered) database.exec('PRAGMA foreign_keys = ON');
    isAltered = false;
  }

  return {
    get inTransaction() {
      return database.inTransaction;
    },
    execute,
    describe,
    get isSpoilt() {
      return halfWay !== null;
    },
    reset,
    checkpoint: () => void database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => void database.close(),
  };
}

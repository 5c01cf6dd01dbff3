import { StatementFailure } from '#db/local/failures.ts';
import { type ScannedStatement, scanStatements } from '#db/local/sql-scan.ts';
import { type StatementKind, statementKind } from '#db/local/statement-kind.ts';

/** A statement that may run, with what must be known before it does. */
export interface StatementText extends ScannedStatement {
  readonly kind: StatementKind;
}

/** Reads texts, remembering the last hundred or two: pages send the same ones again and again. */
export interface StatementReader {
  /** Exactly one statement. */
  one(sql: string): StatementText;
  all(sql: string): readonly StatementText[];
}

const remembered = 200;
const longestRemembered = 100_000;

export function createStatementReader(): StatementReader {
  const known = new Map<string, readonly StatementText[]>();

  function all(sql: string): readonly StatementText[] {
    const before = known.get(sql);
    if (before) return before;
    const statements = scanStatements(sql).map((scanned) => checked(scanned));
    if (known.size >= remembered) known.clear();
    if (sql.length <= longestRemembered) known.set(sql, statements);
    return statements;
  }

  function one(sql: string): StatementText {
    const [statement, second] = all(sql);
    if (!statement) throw new StatementFailure('SQL_NO_STATEMENT', 'SQL string does not contain any statement');
    if (second) throw new StatementFailure('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement');
    return statement;
  }

  return { one, all };
}

function checked(scanned: ScannedStatement): StatementText {
  const kind = statementKind(scanned.words);
  if (kind !== 'unsupported' && !scanned.reachesFiles) return { ...scanned, kind };
  throw new StatementFailure('SQL_PARSE_ERROR', `SQL string could not be parsed: unsupported statement: ${scanned.text}`);
}

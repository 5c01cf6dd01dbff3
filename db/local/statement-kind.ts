/**
 * What a statement needs: `write` the writer's turn, `begin-write` the turn until the transaction ends,
 * `begin-read` a promise not to write. `unsupported` is what a libSQL server refuses.
 */
export type StatementKind = 'read' | 'write' | 'begin' | 'begin-read' | 'begin-write' | 'explain' | 'unsupported';

const writes = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'DROP', 'ALTER', 'CREATE']);
const refused = new Set(['ANALYZE', 'VACUUM', 'ATTACH', 'DETACH', 'REINDEX']);

const beforeName = new Set(['CREATE', 'UNIQUE', 'VIRTUAL', 'TABLE', 'INDEX', 'VIEW', 'TRIGGER', 'IF', 'NOT', 'EXISTS']);

const readPragmas = new Set(
  `table_list index_list table_info table_xinfo index_info index_xinfo pragma_list compile_options database_list function_list
   module_list encoding foreign_key_list foreign_key_check collation_list data_version freelist_count integrity_check
   legacy_file_format page_count quick_check stats`
    .toUpperCase()
    .split(/\s+/),
);

/** These may be set as well; only the last is kept in the file. */
const openPragmas = new Set(['DEFER_FOREIGN_KEYS', 'FOREIGN_KEYS', 'USER_VERSION']);

/** These may be read, not set. */
const fixedPragmas = new Set(
  `analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill cell_size_check
   checkpoint_fullfsync fullfsync hard_heap_limit journal_mode journal_size_limit legacy_alter_table locking_mode
   max_page_count mmap_size page_size query_only read_uncommitted recursive_triggers reverse_unordered_selects
   schema_version secure_delete soft_heap_limit synchronous temp_store threads trusted_schema wal_autocheckpoint`
    .toUpperCase()
    .split(/\s+/),
);

/** Sorts a statement by the words that stand outside brackets. */
export function statementKind(words: readonly string[]): StatementKind {
  const first = words[0] ?? '';
  if (first === 'EXPLAIN') return explainKind(words);
  if (first === 'PRAGMA') return pragmaKind(words.slice(1));
  if (first === 'BEGIN') return beginKind(words);
  if (refused.has(first) || makesTemporary(words)) return 'unsupported';
  const verb = first === 'WITH' ? words.find((word) => writes.has(word) || word === 'SELECT') : first;
  return writes.has(verb ?? '') ? 'write' : 'read';
}

function explainKind(words: readonly string[]): StatementKind {
  const explained = words[1] === 'QUERY' ? words.slice(3) : words.slice(1);
  return statementKind(explained) === 'unsupported' ? 'unsupported' : 'explain';
}

function beginKind(words: readonly string[]): StatementKind {
  if (words.includes('READONLY')) return 'begin-read';
  return words.includes('IMMEDIATE') || words.includes('EXCLUSIVE') ? 'begin-write' : 'begin';
}

function makesTemporary(words: readonly string[]): boolean {
  if (words[0] !== 'CREATE') return false;
  if (words[1] === 'TEMP' || words[1] === 'TEMPORARY') return true;
  const name = words.findIndex((word) => !beforeName.has(word));
  return words[name + 1] === '.' && words[name]?.replace('"', '') === 'TEMP';
}

function pragmaKind(words: readonly string[]): StatementKind {
  const named = words[1] === '.' ? words.slice(2) : words;
  const name = (named[0] ?? '').replace('"', '');
  const given = named[1] === '=' || named[1] === '(';
  if (readPragmas.has(name)) return 'read';
  if (openPragmas.has(name)) return given && name === 'USER_VERSION' ? 'write' : 'read';
  return fixedPragmas.has(name) && !given ? 'read' : 'unsupported';
}

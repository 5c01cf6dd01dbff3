import { parseArgs } from 'node:util';
import type { RetentionRule } from '#worker/promises/model/retention.ts';

export interface RetentionArguments {
  readonly dryRun: boolean;
  /** The time to look ahead to; null for now. */
  readonly at: number | null;
  /** The one rule that is asked for; null for all. */
  readonly rule: string | null;
}

export const USAGE = `npm run retention -- [--dry-run] [--at 2029-01-01] [--rule ID]

  --dry-run  say what would be deleted, and delete nothing
  --at       as it would be on that day (only with --dry-run)
  --rule     one rule alone`;

/** Throws an error of one sentence for what it does not understand. */
export function readArguments(args: readonly string[], rules: readonly RetentionRule[]): RetentionArguments | 'help' {
  const values = parse(args);
  if (values.help === true) return 'help';
  const { 'dry-run': dryRun = false, rule = null } = values;
  const at = values.at === undefined ? null : readDay(values.at);
  if (at !== null && !dryRun) throw new Error('--at only looks ahead: add --dry-run, for nothing is deleted before its time.');
  if (rule !== null && !rules.some(({ id }) => id === rule)) {
    throw new Error(`--rule: there is no rule "${rule}"; there are ${rules.map(({ id }) => id).join(', ')}.`);
  }
  return { dryRun, at, rule };
}

/** The beginning of a day, UTC. */
function readDay(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw new Error(`--at must be a day such as 2029-01-01, not "${text}".`);
  }
  return time;
}

function parse(args: readonly string[]) {
  try {
    const options = {
      'dry-run': { type: 'boolean' },
      at: { type: 'string' },
      rule: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

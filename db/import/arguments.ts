import { parseArgs } from 'node:util';
import { ImportError } from '#db/import/raw-job.ts';

export interface ImportArguments {
  /** A path; `-` for standard input. */
  readonly file: string;
  readonly mapping: string | null;
  readonly source: string | null;
  /** Stop what the source no longer carries. */
  readonly full: boolean;
  /** Even where that is more than a fifth of its ads. */
  readonly yes: boolean;
}

export const USAGE = `npm run import -- FILE [--mapping FILE] [--source NAME] [--full] [--yes]

  FILE       CSV, schema.org JobPosting (JSON, JSON lines, JSON-LD, a page with it), Indeed-style XML, RSS or Atom; also gzipped; - for standard input
  --mapping  what the columns of a CSV file mean (else the shipped mapping that fits its header)
  --source   name of the source; an ad is known by it and by its own key
  --full     the file is all that the source carries: stop its other ads
  --yes      stop them even where they are more than 20 %`;

export function readArguments(args: readonly string[]): ImportArguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new ImportError(`Name one file to import.\n${USAGE}`);
  const source = values.source?.trim() ?? null;
  if (source === '') throw new ImportError('--source is empty: give the name of the source.');
  return { file, mapping: values.mapping ?? null, source, full: values.full, yes: values.yes };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        source: { type: 'string' },
        full: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new ImportError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

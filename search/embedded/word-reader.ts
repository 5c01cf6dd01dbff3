import { stemOf } from '#worker/jobs/model/stems.ts';
import { foldedWords, writtenWords } from '#worker/jobs/model/words.ts';

export interface ReadText {
  /** In order, with repeats. */
  readonly folded: readonly string[];
  /** Distinct, of every word. */
  readonly allStems: readonly string[];
  /** Only those that are not their word itself. */
  readonly stems: readonly string[];
}

export interface WordReader {
  read(text: string, language: string): ReadText;
}

interface Reading {
  readonly folded: readonly string[];
  readonly stem: string;
}

/** Reads texts into words and stems, and remembers each word: ads repeat theirs endlessly. Made for one run of indexing. */
export function wordReader(): WordReader {
  const known = new Map<string, Map<string, Reading>>();
  return {
    read(text, language) {
      const readings = known.get(language) ?? new Map<string, Reading>();
      known.set(language, readings);
      const folded: string[] = [];
      const stems = new Set<string>();
      const allStems = new Set<string>();
      for (const written of writtenWords(text)) {
        const reading = readings.get(written) ?? remember(readings, { written, language });
        for (const word of reading.folded) folded.push(word);
        allStems.add(reading.stem);
        if (reading.stem !== reading.folded[0]) stems.add(reading.stem);
      }
      return { folded, allStems: [...allStems], stems: [...stems] };
    },
  };
}

const MOST_REMEMBERED = 200_000;

function remember(readings: Map<string, Reading>, { written, language }: { written: string; language: string }): Reading {
  if (readings.size >= MOST_REMEMBERED) readings.clear();
  const reading = { folded: foldedWords(written), stem: stemOf(written, language) };
  readings.set(written, reading);
  return reading;
}

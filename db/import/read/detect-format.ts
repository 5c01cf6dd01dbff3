import { ImportError } from '#db/import/raw-job.ts';

export type FeedFormat = 'csv' | 'json' | 'json-lines' | 'html' | 'xml';

/** Tells a feed's format from its beginning, whatever its file is called. */
export function detectFormat(head: string): FeedFormat {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text === '') throw new ImportError('The file is empty: there is nothing to import.');
  if (text.startsWith('{') || text.startsWith('[')) return isJsonLines(text) ? 'json-lines' : 'json';
  if (text.startsWith('<')) return isHtml(text) ? 'html' : 'xml';
  if (text.slice(0, 4096).includes('\0'))
    throw new ImportError('The file is no text: give a CSV, JSON, XML or HTML file, plain or gzipped.');
  return 'csv';
}

/** The first line is a whole object and another one follows. */
function isJsonLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (!text.startsWith('{') || end < 0 || !text.slice(end).trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

function isHtml(text: string): boolean {
  const start = text.replace(/^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/, '').slice(0, 500);
  return /^<!doctype\s+html|^<html[\s>]/i.test(start) || /^<(?:head|body|script|div|meta|title|main)[\s>]/i.test(start);
}

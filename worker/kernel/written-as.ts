/** The language by which dates and lists are written: `en` alone would write them the American way. */
export function writtenAs(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

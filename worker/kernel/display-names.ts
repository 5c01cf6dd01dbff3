/** A country's name in a language (`SE` → Sweden); the code itself where there is none. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return namesIn(language, 'region').of(code) ?? code;
}

/** A language's name in a language (`sv` → Swedish); the code itself where there is none. */
export function languageName(code: string, language: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(code)) return code;
  return namesIn(language, 'language').of(code) ?? code;
}

/** Making one is slow; there are only as many as the board has languages. */
const known = new Map<string, Intl.DisplayNames>();

function namesIn(language: string, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${type} ${language}`;
  const names = known.get(key) ?? new Intl.DisplayNames(language, { type });
  known.set(key, names);
  return names;
}

/** ISO 3166-1 alpha-2: where the GDPR holds without more, the European Union with Iceland, Liechtenstein and Norway. */
const EEA = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '));

export function isInEea(country: string): boolean {
  return EEA.has(country);
}

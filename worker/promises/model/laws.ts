/** The places in the law that the policy names. */
const PLACES = [
  'gdpr-5-2',
  'gdpr-6-1-a',
  'gdpr-6-1-b',
  'gdpr-6-1-c',
  'gdpr-6-1-f',
  'gdpr-7-1',
  'gdpr-7-3',
  'gdpr-13',
  'gdpr-14',
  'gdpr-15',
  'gdpr-16',
  'gdpr-17',
  'gdpr-18',
  'gdpr-20',
  'gdpr-21',
  'gdpr-21-1',
  'gdpr-21-2',
  'gdpr-22',
  'gdpr-77',
  'gdpr-8',
  'gdpr-9',
  'dsa-11',
  'dsa-12',
  'dsa-14',
  'dsa-27',
  'eprivacy-5-3',
  'ccpa-1798.105',
  'ccpa-1798.106',
  'ccpa-1798.110',
  'ccpa-1798.120',
  'ccpa-1798.121',
  'ccpa-1798.125',
  'ccpa-1798.130',
  'ccpa-1798.135',
] as const;

export type LawPlace = (typeof PLACES)[number];

const LAWS: Readonly<Record<string, string>> = { gdpr: 'GDPR', dsa: 'DSA', eprivacy: 'ePrivacy Directive' };

/** No line breaks between what belongs together: `gdpr-6-1-a` → `Art. 6(1)(a) GDPR`, `ccpa-1798.105` → `Cal. Civ. Code § 1798.105`. */
export function nameOfLaw(place: LawPlace): string {
  const [law = '', article = '', ...parts] = place.split('-');
  if (law === 'ccpa') return `Cal. Civ. Code §\u00a0${article}`;
  return `Art.\u00a0${article}${parts.map((part) => `(${part})`).join('')} ${LAWS[law]}`;
}

/** Every place by the name of its fact: `law.gdpr-6-1-a`. */
export function lawFacts(): Readonly<Record<string, string>> {
  return Object.fromEntries(PLACES.map((place) => [`law.${place}`, nameOfLaw(place)]));
}

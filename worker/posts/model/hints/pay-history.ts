/**
 * Questions about what somebody earned before, in the languages of real ads. The law forbids them (Directive (EU) 2023/970, Art. 5(2)).
 * What an ad may ask is what somebody wishes to earn: none of these speaks of that.
 */
const ASKS: readonly RegExp[] = [
  /\b(?:salary|pay|wage|compensation|remuneration|earnings) histor(?:y|ies)\b/iu,
  /\b(?:your|applicants?['’]s?|candidates?['’]s?|state|indicate|include|provide|share|disclose|specify|send|give|tell us|mention|with)\s+(?:\p{L}+\s+){0,3}(?:current|present|previous|prior|past|last|existing|former|most recent|last drawn)\s+(?:\p{L}+\s+){0,2}(?:salary|salaries|pay|wages?|compensation|remuneration|ctc|earnings|income)\b(?!\s+(?:range|scale|band|grade|level))/iu,
  /\b(?:what|how much) (?:do|did|are|were) you (?:currently |previously |now |last )?(?:earn(?:ing)?|mak(?:e|ing)|paid|get)\b/iu,
  /\b(?:what|how much) (?:you (?:have |had )?(?:last |previously )?(?:earned|been paid)|you were (?:earning|paid|making)|you made in your (?:last|current|previous|present|former))\b/iu,
  /\b(?:your|recent|last|copies of|attach|include|provide|send)\s+(?:\p{L}+\s+){0,2}(?:pay ?slips?|pay ?stubs?|wage slips?)\b/iu,
  /(?<!\p{L})(?:nuvarande|tidigare|senaste|dagens)\s+(?:månads|års|grund)?(?:lön|löneläge|lönenivå|löner)(?!\p{L})/iu,
  /(?<!\p{L})lönehistorik|(?<!\p{L})vad (?:tjänar|tjänade|har) du (?:i dag|idag|nu|i lön|för närvarande|tidigare)/iu,
  /(?<!\p{L})(?:din|bifoga|skicka|senaste)\s+(?:\p{L}+\s+){0,2}lönespecifikation(?:er)?(?!\p{L})/iu,
  /(?<!\p{L})(?:bisherige[nrsm]?|aktuelle[nrsm]?|derzeitige[nrsm]?|jetzige[nrsm]?|letzte[nrsm]?|frühere[nrsm]?|vorherige[nrsm]?|momentane[nrsm]?)\s+(?:jahres|monats|brutto|netto|bruttojahres|grund)?(?:gehalts?|gehälter|vergütung|entgelts?|lohns?|verdiensts?|gehaltshöhe)(?!\p{L})/iu,
  /(?<!\p{L})gehaltshistorie|(?<!\p{L})lohnhistorie|(?<!\p{L})was verdien(?:en sie|st du) (?:aktuell|derzeit|zurzeit|heute|momentan|jetzt|bisher)/iu,
  /(?<!\p{L})(?:ihre|deine|letzten|aktuellen)\s+(?:\p{L}+\s+){0,2}(?:gehaltsnachweise?|gehaltsabrechnung(?:en)?|lohnabrechnung(?:en)?)(?!\p{L})/iu,
  /(?<!\p{L})(?:nyky(?:inen|isen|istä)|aiem(?:pi|man|paa)|aikaisem(?:pi|man|paa)|edelli(?:nen|sen|stä)|viimeisi?n?(?:en|intä)?)\s+(?:kuukausi|vuosi)?palk(?:ka|an|kaa|kasi|kaasi|kataso|katason)(?!\p{L})/iu,
  /(?<!\p{L})palkkahistoria|(?<!\p{L})(?:mitä|paljonko|kuinka paljon) (?:ansaitset|tienaat)|(?<!\p{L})(?:liitä|lähetä|toimita)\s+(?:\p{L}+\s+){0,2}(?:palkkakuit|palkkalaskelm)/iu,
  /(?<!\p{L})(?:hazırkı|indiki|əvvəlki|keçmiş|son)\s+(?:\p{L}+\s+){0,3}(?:maaş|əmək haqq|əməkhaqq)/iu,
  /(?<!\p{L})maaş tarixçə|(?<!\p{L})nə qədər (?:maaş |əmək haqqı )?(?:alırsınız|qazanırsınız|alırsan|qazanırsan|alırdınız|qazanırdınız)/iu,
];

/** Spares texts that never speak of pay the rest. */
const ANY =
  /salar|pa[yi]|wage|compens|remuner|earn|income|ctc|lön|tjän|gehalt|gehält|vergüt|entgelt|lohn|verdien|palk|ansait|tiena|maaş|əmək|qazan|alır/iu;

/** An ad that says it does not ask. */
const DENIED = /\b(?:never|not|don['’]t|won['’]t|without|no need|inte|aldrig|nicht|keine[nr]?|nie|emme|älä|ei|deyil)\b[^.!?]{0,60}$/iu;
const DENIED_AFTER = /^[^.!?]{0,40}(?:vermırik|soruşmuruq|tələb olunmur|tələb etmirik|kysytä|kysy\b|frågar vi inte|fragen wir nicht)/iu;

/** The words that ask what somebody earned before; null where none do. */
export function payHistoryAsked(text: string): string | null {
  if (!ANY.test(text)) return null;
  for (const pattern of ASKS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    if (!DENIED.test(before) && !DENIED_AFTER.test(after)) return match[0];
  }
  return null;
}

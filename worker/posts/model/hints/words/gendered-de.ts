import { genderedWords } from '#worker/posts/model/hints/words/gendered-words.ts';

/** Words that name a man or a woman by themselves. */
export const GENDERED_DE = genderedWords(`
  krankenschwester = Pflegefachperson
  krankenschwestern = Pflegefachpersonen
  krankenpfleger = Pflegefachperson
  putzfrau = Reinigungskraft
  reinigungsfrau = Reinigungskraft
  putzmann = Reinigungskraft
  …kaufmann = Kaufleute
  …kauffrau = Kaufleute
  …fachmann = Fachkraft
  …fachfrau = Fachkraft
  …obmann = Obperson
  vorzimmerdame = Assistenz
  empfangsdame = Empfangskraft
  haushälterin = Haushaltshilfe
  zimmermädchen = Zimmerservice
  kindermädchen = Kinderbetreuung
  tagesmutter = Kindertagespflegeperson
  laufbursche = Bote/Botin
  stewardess = Flugbegleitung
  amtmann = Amtsperson
  hausmeister = Haustechnik
  hausfrau
`);

/**
 * Trades whose word is masculine, and feminine with -in: neutral only beside a mark such as (m/w/d), or with both endings
 * (Fahrer:in, Fahrer*in, Fahrer/-in). They also end longer words: Softwareentwickler.
 */
export const TRADES_DE: readonly string[] = [
  ...['verkäufer', 'mitarbeiter', 'fahrer', 'lehrer', 'erzieher', 'ingenieur', 'techniker', 'entwickler', 'berater', 'leiter', 'arbeiter'],
  ...['pfleger', 'helfer', 'betreuer', 'trainer', 'architekt', 'monteur', 'mechaniker', 'mechatroniker', 'elektriker', 'elektroniker'],
  ...['schlosser', 'schweißer', 'tischler', 'schreiner', 'maurer', 'dachdecker', 'gärtner', 'bäcker', 'metzger', 'fleischer'],
  ...['kellner', 'friseur', 'sekretär', 'buchhalter', 'controller', 'analytiker', 'wissenschaftler', 'forscher', 'jurist', 'notar'],
  ...['referent', 'assistent', 'praktikant', 'student', 'dozent', 'redakteur', 'journalist', 'gestalter', 'designer', 'programmierer'],
  ...['administrator', 'informatiker', 'chemiker', 'physiker', 'laborant', 'disponent', 'lagerist', 'zusteller', 'apotheker'],
  ...['therapeut', 'psychologe', 'pädagoge', 'sozialarbeiter', 'anwalt', 'koordinator', 'geschäftsführer', 'direktor'],
  ...['sachbearbeiter', 'vertreter', 'makler', 'planer', 'prüfer', 'übersetzer', 'dolmetscher', 'bediener', 'meister', 'polier'],
];
/** The feminine form changes the word; they end longer words too: Oberarzt. */
export const TRADES_DE_APART: readonly string[] = ['koch', 'köchin', 'köche', 'arzt', 'ärztin', 'ärzte', 'anwältin'];
/** The end of other words as well (normaler, Angebote): looked for by themselves. */
export const TRADES_DE_ALONE: readonly string[] = ['maler', 'malerin', 'bote', 'botin', 'wirt', 'wirtin'];

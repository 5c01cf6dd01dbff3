import { genderedWords } from '#worker/posts/model/hints/words/gendered-words.ts';

/** Not here: titles that a register gives to everybody (sjuksköterska, undersköterska, barnmorska, brandman, ombudsman). */
export const GENDERED_SV = genderedWords(`
  städerska = städare
  städfru = städare
  …värdinna = värd
  flygvärdinna = kabinpersonal
  lärarinna = lärare
  förskolelärarinna = förskollärare
  fröken = förskollärare
  servitris = serveringspersonal
  servitör = serveringspersonal
  hovmästarinna = hovmästare
  sömmerska = sömnadsarbetare
  hushållerska = hushållsansvarig
  kokerska = kock
  kontorsflicka = kontorsassistent
  kontorsdam = kontorsassistent
  kassörska = kassapersonal
  försäljerska = försäljare
  frisörska = frisör
  hårfrisörska = frisör
  massös = massör
  dansös = dansare
  sångerska = sångare
  skådespelerska = skådespelare
  författarinna = författare
  konstnärinna = konstnär
  direktris = designer
  …föreståndarinna = föreståndare
  husmor = kökschef
  dagmamma = dagbarnvårdare
  tjänsteman = tjänsteperson
  tjänstemän = tjänstepersoner
  handläggningsman = handläggare
  talesman = talesperson
  taleskvinna = talesperson
  affärsman = affärsperson
  förman = arbetsledare
  verkmästarinna = verkmästare
  lagerman = lagermedarbetare
  renhållningsman = renhållningsarbetare
  hantverkskarl = hantverkare
  vaktman = väktare
  kameraman = fotograf
  reparatörskarl = reparatör
  fackman = fackperson
  säljman = säljare
  springpojke = bud
  manlig
  manliga
  kvinnlig
  kvinnliga
`);

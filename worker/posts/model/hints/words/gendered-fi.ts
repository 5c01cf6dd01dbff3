import { genderedWords } from '#worker/posts/model/hints/words/gendered-words.ts';

export const GENDERED_FI = genderedWords(`
  lakimies = juristi
  lakimiehen = juristin
  lakimiehiä = juristeja
  esimies = esihenkilö
  esimiehen = esihenkilön
  esimiehiä = esihenkilöitä
  lähiesimies = lähiesihenkilö
  työnjohtajamies = työnjohtaja
  myyntimies = myyjä
  myyntimiehiä = myyjiä
  kauppamies = kauppias
  putkimies = putkiasentaja
  putkimiehiä = putkiasentajia
  sähkömies = sähköasentaja
  sähkömiehiä = sähköasentajia
  palomies = pelastaja
  palomiehiä = pelastajia
  huoltomies = huoltohenkilö
  huoltomiehiä = huoltohenkilöitä
  kiinteistönhuoltomies = kiinteistönhoitaja
  talonmies = kiinteistönhoitaja
  kirvesmies = rakennuspuuseppä
  kirvesmiehiä = rakennuspuuseppiä
  varastomies = varastotyöntekijä
  varastomiehiä = varastotyöntekijöitä
  laitosmies = laitoshuoltaja
  laitosmiehiä = laitoshuoltajia
  metsämies = metsätyöntekijä
  kuvausmies = kuvaaja
  virkamies = viranhaltija
  asiamies = asiavastaava
  luottamusmies = luottamushenkilö
  puhemies = puheenjohtaja
  lehtimies = toimittaja
  tiedemies = tutkija
  merimies = merenkulkija
  liikemies = liikealan ammattilainen
  …mies
  …miehen
  …miestä
  …miehet
  …miehiä
  nainen
  naista
  naisia
  toimistotyttö = toimistotyöntekijä
  lähettipoika = lähetti
  myyjätär = myyjä
  näyttelijätär = näyttelijä
  laulajatar = laulaja
  opettajatar = opettaja
  johtajatar = johtaja
  ompelijatar = ompelija
  tarjoilijatar = tarjoilija
  hoitajatar = hoitaja
  emäntä = ruokapalveluvastaava
  siivousrouva = siivooja
  lentoemäntä = matkustamohenkilökunta
`);

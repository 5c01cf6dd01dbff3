import { genderedWords } from '#worker/posts/model/hints/words/gendered-words.ts';

export const GENDERED_AZ = genderedWords(`
  katibə = katib
  müəllimə = müəllim
  müdirə = müdir
  tərcüməçi xanım = tərcüməçi
  satıcı qız = satıcı
  satıcı xanım = satıcı
  ofisiant qız = ofisiant
  xadimə = təmizlik işçisi
  aktrisa = aktyor
  stüardessa = bort bələdçisi
  tibb bacısı = orta tibb işçisi
  tibb qardaşı = orta tibb işçisi
  iş adamı = sahibkar
  iş adamları = sahibkarlar
  qulluqçu qadın = ev işçisi
  xanım
  xanımlar
  bəy
  bəylər
  qız
  qızlar
  oğlan
  oğlanlar
  kişi
  kişilər
  qadın
  qadınlar
`);

/** Words that nearly every ad of a language holds and that tell nothing; folded. Dropped from a search that has others; in quotes they stay. */
const BY_LANGUAGE = {
  en: 'a an and are as at be by for from in is it of on or our that the their this to we will with you your',
  sv: 'att av de den det du ditt din en ett for fran har i med och om pa som till vara vi ar',
  fi: 'ei etta ja joka kanssa me on olla se sina tai',
  de: 'als am an auf bei das dem den der des die du ein eine einen einer fur im in ist mit oder sie sind und uns unser von wir zu zum zur',
  fr: 'au aux avec ce dans de des du en et la le les nous ou par pour que qui sur un une vous',
  es: 'a al con de del el en es la las los o para por que se su un una y',
};

export const stopWords: ReadonlySet<string> = new Set(Object.values(BY_LANGUAGE).flatMap((words) => words.split(' ')));

/** What the languages of real ads call an at sign. */
export const AT_NAMES = 'ät(?:-?merkki)?|ət|arobase|arroba|chiocciola|klammeraffe|affenschwanz|miukumauku|małpa|snabel-?a|собака';

/** And a dot. */
export const DOT_NAMES = 'dot|point|punkt|piste|punto|nöqtə|kropka|точка';

/** Figures in words, in those languages. */
export const FIGURE_NAMES = [
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple',
  'null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun',
  'noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio',
  'nolla|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän',
  'sıfır|bir|iki|üç|dörd|beş|altı|yeddi|səkkiz|doqquz',
  'ноль|один|два|три|четыре|пять|шесть|семь|восемь|девять',
  'zéro|un|deux|trois|quatre|cinq|sept|huit|neuf',
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve',
].join('|');

/** Mail houses whose name alone says where a mailbox is. */
export const FREE_MAIL = 'gmail|googlemail|hotmail|outlook|yahoo|gmx|icloud|protonmail|proton|yandex|mail\\.ru|live\\.com|aol';

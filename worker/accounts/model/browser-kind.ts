import Bowser from 'bowser';

/** No browser that people use says more. */
const LONGEST = 1000;

/** `Firefox on Windows`: kind of browser and system, without versions, from the header User-Agent. */
export function browserKind(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '' || userAgent.length > LONGEST) return 'Unknown browser';
  const parser = Bowser.getParser(userAgent);
  const browser = wordsOf(parser.getBrowserName());
  const system = wordsOf(parser.getOSName());
  if (browser === '') return 'Unknown browser';
  return system === '' ? browser : `${browser} on ${system}`;
}

/** Letters and blanks alone: what is not known is named after the header, which may say anything. */
function wordsOf(name: string | undefined): string {
  return name !== undefined && /^[A-Za-z][A-Za-z .-]{0,30}$/.test(name) ? name : '';
}

import { inEnglish } from '#worker/kernel/in-english.ts';
import { LONGEST_ANSWER } from '#worker/posts/model/post-lengths.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** Why something cannot be done with an ad. */
export const POST_REFUSALS = {
  'posts.nothing-waits': { en: 'Nothing of this ad waits for a moderator any more. Load the page again to see how it stands.' },
  'posts.not-public': { en: 'This ad is not public, so there is nothing to stop.' },
  'posts.not-stopped': { en: 'This ad is not stopped, or its time is over. If it is over, you can put it in again.' },
  'posts.no-question': { en: 'No question waits for an answer any more. Load the page again to see how the ad stands.' },
  'posts.incomplete': { en: 'Something is still missing in the ad. Go back to it and open “Look and send”: there it says what.' },
  'posts.no-draft-here': { en: 'There is no draft in this browser that waits for an address. Write an ad first.' },
  'posts.not-here': { en: 'There is no such ad in this browser. Open the link from its mail, then take it into your account.' },
  'posts.only-own': { en: 'Take it as an ad of your own: it was public already, or you do not work for that employer.' },
  'posts.changed-since-mail': {
    en: 'The ad was changed since you opened this page, or its address is confirmed already. Open the link in the mail again.',
  },
  'posts.changed-just-now': { en: 'The ad was changed at the same moment. Try again.' },
  'posts.picture-not-kept': {
    en: 'The ad was saved somewhere else meanwhile, or got too many pictures within an hour. Load the page again; if that does not help, wait an hour.',
  },
  'posts.many-begun': {
    en: 'So many ads were begun from your network today that no more can be. Come back tomorrow, or sign in: then there is no such limit.',
  },
  'posts.none-of-yours': { en: 'There is no such ad of yours. It may be deleted, or belong to another account.' },
  'posts.answer-missing': { en: 'Write your answer.' },
  'posts.answer-too-long': { en: `Write at most ${inEnglish(LONGEST_ANSWER)} characters.` },
  'posts.address-first': { en: 'Give your e-mail address and confirm it first: then the ad is sent.' },
  'posts.employer-suspended': { en: 'This employer is suspended: it can send no ads. The reasons stand under “Decisions”.' },
  'posts.nothing-changed': { en: 'Nothing has changed since it was sent last.' },
  'posts.not-now': { en: 'This cannot be done with the ad as it is now. Load the page again.' },
  'posts.picture-gone': { en: 'This picture is not there any more. Choose it again, or leave it out.' },
  'posts.changed-elsewhere': { en: 'The ad was changed somewhere else meanwhile. Load the page again, look it through, and send it.' },
  'posts.choose-employer': { en: 'Choose an employer that you work for.' },
  'posts.saved-elsewhere': {
    en: 'The ad was saved somewhere else meanwhile, in another window or by a colleague. Load the page again before you go on.',
  },
  'posts.copy-unconfirmed': { en: 'Confirm the address of this draft first. Then it can be copied.' },
  'posts.address-missing': { en: 'Give your e-mail address.' },
  'posts.address-unreadable': { en: 'Type an e-mail address. It looks like name@example.org, in letters without accents before the @.' },
  'posts.too-young': { en: 'Tick that you are old enough: this board takes nobody who is younger.' },
  'posts.terms-missing': { en: 'Accept the terms: without them nothing can be published.' },
} as const satisfies Readonly<Record<string, Words>>;

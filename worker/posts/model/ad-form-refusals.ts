import { inEnglish } from '#worker/kernel/in-english.ts';
import { LONGEST_TEXT, MOST_VALUES } from '#worker/posts/model/post-fields.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** In days, as the rule counts. */
const LIFETIME = ruleOf(RETENTION, 'published-jobs').keep;

/** What is wrong in a field of the form of an ad, and what to write there instead. */
export const AD_FORM_REFUSALS = {
  'ad-form.draft-too-long': { en: `Write at most ${inEnglish(LONGEST_TEXT)} characters.` },
  'ad-form.draft-too-many': { en: `Give at most ${MOST_VALUES} of them.` },
  'ad-form.no-such-field': { en: 'There is no such field in the form. Leave it out.' },
  'ad-form.too-long': { en: 'Write at most {most} characters; these are {length}.' },
  'ad-form.title': { en: 'Name the work, such as “Nurse, night shifts”.' },
  'ad-form.description-short': { en: `Say more in the description: at least ${POST_LENGTHS.leastDescription} characters.` },
  'ad-form.language': { en: 'Choose the language that the ad is written in.' },
  'ad-form.category': { en: 'Choose the field of work.' },
  'ad-form.skills-many': { en: `Name at most ${POST_LENGTHS.skills} skills.` },
  'ad-form.skill-long': { en: 'Name skills in a few words each, with commas between.' },
  'ad-form.offered-by': { en: 'Write the name of whoever offers this: yours, or your firm’s.' },
  'ad-form.picture': { en: 'Choose the picture again.' },
  'ad-form.apply-url': { en: 'Write the address of the page where people apply, such as https://example.org/jobs/1.' },
  'ad-form.relay-mail': { en: 'Write the e-mail address that messages go to. It is shown to nobody.' },
  'ad-form.contact': { en: 'Write an e-mail address or a phone number that people reach you by.' },
  'ad-form.apply': { en: 'Choose how people reach you.' },
  'ad-form.link': { en: 'Write the whole address of the web page, beginning with https://.' },
  'ad-form.link-holds-contact': {
    en: 'This address holds an e-mail address or a number. Write one without, and put the contact into its own field.',
  },
  'ad-form.mail': { en: 'Write the whole e-mail address, such as name@example.org.' },
  'ad-form.phone': { en: 'Write the phone number in figures, with + and the country where it helps, such as +46 40 123 45 67.' },
  'ad-form.day': { en: 'Write the day as year-month-day, such as 2027-01-31.' },
  'ad-form.day-over': { en: 'The day to publish is over. Choose today or a later day, or leave it empty for at once.' },
  'ad-form.day-far': { en: `The day to publish is too far off. Choose one within the next ${LIFETIME.amount} days.` },
  'ad-form.until-before': { en: 'The last day is before the ad would be public. Choose a later one.' },
  'ad-form.until-far': { en: `An ad is public for ${LIFETIME.amount} days at most. Choose an earlier last day.` },
  'ad-form.gig-by': { en: 'Choose who offers it: a person or a firm.' },
  'ad-form.area-served': { en: 'Say where you work, such as “Malmö and 30 km around”.' },
  'ad-form.availability': { en: 'Say when you have time, such as “Weekday evenings”.' },
  'ad-form.salary-period': { en: 'Choose what the amount is for: an hour, a day, a week, a month or a year.' },
  'ad-form.price-unit': { en: 'Choose what the price is for: an hour, a day, a week, a month or the whole job.' },
  'ad-form.price': { en: 'Name the price: one amount, or the lower end of a range.' },
  'ad-form.pay': { en: 'Name the pay: one amount, or the lower end of a range.' },
  'ad-form.currency': { en: 'Choose the currency.' },
  'ad-form.range-turned': { en: 'The upper end is below the lower one. Write the larger amount here.' },
  'ad-form.range-wide': { en: 'The upper end is more than {times} times the lower one. Narrow the range, or say why it is so wide.' },
  'ad-form.amount': { en: 'Write the amount of money in figures, such as 2500 or 17.50.' },
  'ad-form.employment': { en: 'Choose how the work is done: full time, part time and so on.' },
  'ad-form.volunteers-alone': { en: 'Work for volunteers stands alone: choose it by itself, or leave it out.' },
  'ad-form.volunteers-unpaid': { en: 'Work for volunteers pays nothing. Leave the amounts empty, or choose another kind of work.' },
  'ad-form.agreement': { en: 'Name the collective agreement that this link is about.' },
  'ad-form.place-unknown': { en: 'We know no town or region “{place}”. Choose one from the list, or the next town.' },
  'ad-form.places-many': { en: `Name at most ${POST_LENGTHS.places} places.` },
  'ad-form.place': { en: 'Name the town where the work is done.' },
  'ad-form.remote': { en: 'Choose whether the work can be done remotely.' },
  'ad-form.link-to-act': {
    en: 'This leads to a page of this board that does something. Link to an ad or an employer here, or to a page elsewhere.',
  },
  'ad-form.countries': { en: 'Choose countries from the list, or none for anywhere.' },
} as const satisfies Readonly<Record<string, Words>>;

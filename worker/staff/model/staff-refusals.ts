import type { Words } from '#worker/promises/model/words.ts';
import { DISCLOSURE_LIMITS } from '#worker/staff/model/disclosure-view.ts';
import { LONGEST_NOTE } from '#worker/staff/model/staff-input.ts';

/** Why an act of administration is not done. */
export const STAFF_REFUSALS = {
  'staff.no-account': { en: 'There is no such account any more. Look the person up again.' },
  'staff.only-staff': { en: 'This is for people who work for the board.' },
  'staff.busy': { en: 'Too much is being decided at this moment. Try again in a minute.' },
  'staff.own-role': { en: 'Another administrator, or the operator, changes your role.' },
  'staff.role-same': { en: 'The person has that role already. Choose another.' },
  'staff.role-unchanged': { en: 'Nothing was changed: the person has no second factor yet, or another role by now. Look again.' },
  'staff.nobody': { en: 'No account has this address. Give the whole address, exactly.' },
  'staff.who-unreadable': { en: 'This is neither an e-mail address nor a pseudonym. Give the whole of it.' },
  'staff.freeze-own': { en: 'Only its person ends a freeze: choose that they asked for it.' },
  'staff.not-frozen': { en: 'The account is not frozen.' },
  'staff.line': { en: 'Give the number of a line.' },
  'staff.email': { en: 'Give the whole e-mail address of the person.' },
  'staff.email-long': { en: 'No address is that long. Give the address alone.' },
  'staff.authority': { en: 'Name the authority that asked.' },
  'staff.legal-ground': { en: 'Name the law and the article that demand it.' },
  'staff.fields': { en: 'Name what was handed over, one field a line.' },
  'staff.fields-many': { en: `Write at most ${DISCLOSURE_LIMITS.lines} lines of ${DISCLOSURE_LIMITS.line} characters each.` },
  'staff.handed-over-on': { en: 'Give the day on which it was handed over, as 2026-11-22.' },
  'staff.secret-until': { en: 'Give the day until which the law forbids to tell, as 2026-11-22, or leave it empty.' },
  'staff.name-long': { en: 'No name is that long. Give fewer letters of it.' },
  'staff.who': { en: 'Give the whole e-mail address, or a pseudonym from the log.' },
  'staff.role': { en: 'Choose a role.' },
  'staff.reason': { en: 'Choose why.' },
  'staff.note-long': { en: `Write at most ${LONGEST_NOTE} characters.` },
  'staff.not-an-address': { en: 'This is not an e-mail address. Give the whole of it.' },
  'staff.not-yet': { en: 'This day has not come yet. Record it once it was handed over.' },
  'staff.no-mail': { en: 'There is no such mail to send, or what it said is wiped by now.' },
  'staff.suspend-self': { en: 'Nobody suspends themselves. Leave it to another administrator.' },
  'staff.suspended-already': { en: 'The account is suspended already.' },
  'staff.not-suspended': { en: 'The account is not suspended.' },
  'staff.authority-long': { en: `Write at most ${DISCLOSURE_LIMITS.authority} characters.` },
  'staff.legal-ground-long': { en: `Write at most ${DISCLOSURE_LIMITS.legalGround} characters.` },
} as const satisfies Readonly<Record<string, Words>>;

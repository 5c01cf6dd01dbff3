import type { EmploymentType } from '#worker/jobs/model/job-posting.ts';
import { fold } from '#worker/kernel/text.ts';

const WORDS: readonly (readonly [RegExp, EmploymentType])[] = [
  [/\bfull ?time\b|\bvollzeit\b|\bheltid\b|\bkokoaika/, 'full-time'],
  [/\bpart ?time\b|\bteilzeit\b|\bdeltid\b|\bosa aika/, 'part-time'],
  [/\bcontract(?:or|ual)?\b|\bfreelance/, 'contract'],
  [/\btemp(?:orary)?\b|\bseasonal\b|\bbefristet\b|\bmaara aika/, 'temporary'],
  [/\bintern(?:ship)?\b|\btrainee\b|\bpraktik|\bharjoitt/, 'internship'],
  [/\bvolunteer/, 'volunteer'],
  [/\bper ?diem\b/, 'per-diem'],
];

/** The employment types that texts such as `FULL_TIME`, `Full-time` or `Vollzeit` name. */
export function employmentTypesIn(texts: readonly string[]): readonly EmploymentType[] {
  const text = texts.map(fold).join(' / ');
  return WORDS.filter(([pattern]) => pattern.test(text)).map(([, type]) => type);
}

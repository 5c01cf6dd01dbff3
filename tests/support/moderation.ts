import { aPost } from '#tests/support/posts.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

/** A vacancy by an outside link, in which no check finds anything. */
export function newContent(changes: Partial<PostContent> = {}): PostContent {
  return aPost({
    title: 'Nurse for the night ward',
    description: 'You look after eighteen people with two colleagues. Shifts are planned six weeks ahead, and each begins with a talk.',
    employmentTypes: ['full-time'],
    skills: [],
    places: [],
    salary: { currency: 'EUR', min: 3_200_00, max: 3_900_00, period: 'month' },
    apply: { by: 'url', url: 'https://ward.example/nurse' },
    contacts: [],
    ...changes,
  });
}

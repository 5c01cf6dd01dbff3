import type { PostContent } from '#worker/posts/model/post-content.ts';

/** A post as its author submitted it, without anything to find. */
export function newContent(changes: Partial<PostContent> = {}): PostContent {
  return {
    kind: 'job',
    title: 'Nurse for the night ward',
    description: 'You look after eighteen people with two colleagues. Shifts are planned six weeks ahead.',
    language: 'en',
    category: 'health',
    employmentTypes: ['full-time'],
    skills: [],
    places: [],
    remote: null,
    salary: { currency: 'EUR', min: 3_200_00, max: 3_900_00, period: 'month' },
    payReason: null,
    agreement: null,
    apply: { by: 'url', url: 'https://ward.example/nurse' },
    contacts: [],
    publishOn: null,
    validThrough: null,
    referenceId: null,
    offeredBy: null,
    gig: null,
    pictureId: null,
    ...changes,
  };
}

import { type ContactKind, keepContactsPrivate, keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';
import type { ApplyBy, JobDetails, JobKind } from '#worker/jobs/model/job-posting.ts';
import { type Salary, yearlyBest } from '#worker/kernel/money.ts';
import { slugOf } from '#worker/kernel/text.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface AdContact {
  readonly kind: ContactKind;
  readonly value: string;
  /** Where messages of the relay form go: shown to nobody. All others are shown by the act of showing. */
  readonly forApplying: boolean;
}

/** What the public is shown of a post, and what stays behind the act of showing: no contact stands in any text of it. */
export interface PublicAd
  extends Pick<PostContent, 'title' | 'description' | 'language' | 'category' | 'employmentTypes' | 'skills' | 'places'> {
  readonly kind: JobKind;
  readonly slug: string;
  readonly remote: 'fully' | 'partly' | null;
  readonly remoteCountries: readonly string[];
  readonly salaryCurrency: string | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryPeriod: Salary['period'] | null;
  readonly salaryYearly: number | null;
  readonly applyBy: ApplyBy['by'];
  readonly applyUrl: string | null;
  readonly referenceId: string | null;
  readonly validThrough: number | null;
  readonly details: JobDetails | null;
  readonly offeredBy: PostContent['offeredBy'];
  readonly contacts: readonly AdContact[];
}

/** A post as its ad: the one way from what was written to what is public, for the preview as for the approval. */
export function publicAd(content: PostContent): PublicAd {
  const found: AdContact[] = [];
  const shown = (text: string, keep = keepContactsPrivate): string => {
    const kept = keep(text);
    found.push(...kept.contacts.map(({ kind, value }) => ({ kind, value, forApplying: false })));
    return kept.text;
  };
  const orNull = (text: string | null): string | null => (text === null ? null : shown(text));
  const title = shown(content.title);
  const { remote, salary, apply, offeredBy } = content;
  const ad = {
    kind: content.kind,
    slug: slugOf(title),
    title,
    description: shown(content.description, keepContactsPrivateInMarkdown),
    language: content.language,
    category: content.category,
    employmentTypes: content.employmentTypes,
    skills: content.skills.map((skill) => shown(skill)),
    places: content.places.map((place) => ({ ...place, street: orNull(place.street), postalCode: orNull(place.postalCode) })),
    remote: remote === null ? null : remote.partly ? ('partly' as const) : ('fully' as const),
    remoteCountries: remote?.countries ?? [],
    ...salaryColumns(salary),
    applyBy: APPLY_BY[apply.by],
    applyUrl: apply.by === 'url' ? apply.url : null,
    referenceId: orNull(content.referenceId),
    validThrough: content.validThrough,
    details: detailsOf(content, shown),
    offeredBy: offeredBy === null ? null : { ...offeredBy, name: shown(offeredBy.name) },
  };
  const given = content.contacts.map(({ kind, value }) => ({ kind, value, forApplying: apply.by === 'relay' && kind === 'mail' }));
  return { ...ad, contacts: distinct([...given, ...found]) };
}

const APPLY_BY = { url: 'url', relay: 'mail', contact: 'reference' } as const;

function salaryColumns(salary: Salary | null) {
  return {
    salaryCurrency: salary?.currency ?? null,
    salaryMin: salary?.min ?? null,
    salaryMax: salary?.max ?? null,
    salaryPeriod: salary?.period ?? null,
    salaryYearly: salary === null ? null : yearlyBest(salary),
  };
}

function detailsOf({ payReason, agreement, gig, pictureId }: PostContent, shown: (text: string) => string): JobDetails | null {
  if (payReason === null && agreement === null && gig === null && pictureId === null) return null;
  return {
    payReason: payReason === null ? null : shown(payReason),
    agreement: agreement === null ? null : { ...agreement, name: shown(agreement.name) },
    gig: gig === null ? null : { ...gig, areaServed: shown(gig.areaServed), availability: shown(gig.availability) },
    pictureId,
  };
}

function distinct(contacts: readonly AdContact[]): readonly AdContact[] {
  return contacts.filter(({ value }, at) => contacts.findIndex((other) => other.value === value) === at);
}

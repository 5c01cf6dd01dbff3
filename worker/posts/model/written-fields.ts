import { fieldsOf } from '#worker/posts/model/fields-of.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import type { Calendar } from '#worker/posts/model/read-dates.ts';

interface Written {
  readonly post: { readonly draft: DraftFields | null };
  readonly revision: { readonly content: PostContent } | null;
}

/** What its author goes on writing: the draft, else what was submitted last. */
export function writtenFields({ post, revision }: Written, calendar: Calendar): DraftFields {
  return post.draft ?? (revision === null ? {} : fieldsOf(revision.content, calendar));
}

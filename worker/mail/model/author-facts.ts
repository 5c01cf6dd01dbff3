/** How whoever is written to about a post gets to it: somebody without an account by a secret link of this mail's own. */
export type WayToPost = { readonly is: 'account' } | { readonly is: 'guest'; readonly token: string };

/** What every mail to the author of a post names. */
export interface AboutPost {
  readonly postId: string;
  readonly title: string;
  readonly way: WayToPost;
}

/** What is said of a post, beside what it is called and how to get to it. */
export interface AuthorFacts {
  readonly 'post-approved': {
    /** The day from which everybody sees it, where that is still to come. */
    readonly publicFrom: number | null;
    /** It was public before: this is what was changed. */
    readonly isEdit: boolean;
  };
  readonly 'post-question': { readonly question: string };
  /** The question had no answer in time: what waited is a draft again. */
  readonly 'post-unanswered': Readonly<Record<never, never>>;
  readonly 'post-expiring': { readonly endsAt: number };
  readonly 'post-expired': { readonly purgedAt: number };
  /** An outside link of it has led nowhere each time the board looked. */
  readonly 'post-link-dead': { readonly url: string };
}

export type AuthorMailKind = keyof AuthorFacts;

/** Mails about guests' posts and to the authors of posts. */
export type PostMailFacts = {
  /** To an address that nobody has confirmed yet: it carries no word of whoever typed it. */
  readonly 'confirm-post': { readonly token: string; readonly until: number };
  readonly 'manage-post': { readonly token: string; readonly until: number; readonly title: string };
  /** Links to all posts of an address, made anew. */
  readonly 'lost-posts': { readonly posts: readonly { readonly title: string; readonly token: string }[] };
} & { readonly [Kind in AuthorMailKind]: AuthorFacts[Kind] & AboutPost };

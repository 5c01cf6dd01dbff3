import type { PostState } from '#worker/posts/model/post-state.ts';

/** Everything that can be done with a post. */
export const POST_ACTS = ['save', 'submit', 'withdraw', 'stop', 'resume', 'relist', 'delete', 'approve', 'reject', 'expire'] as const;
export type PostAct = (typeof POST_ACTS)[number];

export interface Transition {
  readonly by: 'author' | 'moderator' | 'time';
  /** Where the act leads from each state in which it is allowed. `gone`: the row is deleted. */
  readonly moves: Readonly<Partial<Record<PostState, PostState | 'gone'>>>;
}

/**
 * The life of a post, all of it: what stands here is allowed, and nothing else. Settled in SQL by `db/repositories/post-moves.ts`. An edit of what
 * was public waits as a revision and moves nothing; one that was waiting when its ad ran out can bring it back.
 */
export const TRANSITIONS: Readonly<Record<PostAct, Transition>> = {
  save: {
    by: 'author',
    moves: {
      draft: 'draft',
      submitted: 'submitted',
      published: 'published',
      stopped: 'stopped',
      expired: 'expired',
      rejected: 'draft',
    },
  },
  submit: { by: 'author', moves: { draft: 'submitted', submitted: 'submitted', published: 'published', stopped: 'stopped' } },
  withdraw: {
    by: 'author',
    moves: { submitted: 'draft', published: 'published', stopped: 'stopped', expired: 'expired' },
  },
  stop: { by: 'author', moves: { published: 'stopped' } },
  resume: { by: 'author', moves: { stopped: 'published' } },
  relist: { by: 'author', moves: { stopped: 'submitted', expired: 'submitted' } },
  delete: {
    by: 'author',
    moves: { draft: 'gone', submitted: 'gone', published: 'gone', stopped: 'gone', expired: 'gone', rejected: 'gone' },
  },
  approve: {
    by: 'moderator',
    moves: { submitted: 'published', published: 'published', stopped: 'stopped', expired: 'published' },
  },
  reject: {
    by: 'moderator',
    moves: { submitted: 'rejected', published: 'published', stopped: 'stopped', expired: 'expired' },
  },
  expire: { by: 'time', moves: { published: 'expired' } },
};

/** Where an act leads from a state; null where it is not allowed there. */
export function nextState(act: PostAct, from: PostState): PostState | 'gone' | null {
  return TRANSITIONS[act].moves[from] ?? null;
}

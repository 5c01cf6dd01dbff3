import { type Acted, act } from '#site/lib/act.ts';

interface Pressed {
  /** Where a new one is begun. */
  readonly begin: string;
  readonly form: URLSearchParams;
}

/** What a press about a proof asks the API for: to begin one, to look, to give it up. */
export function pressProof(request: Request, { begin, form }: Pressed): Promise<Acted<{ readonly is?: string }>> {
  const proof = `/api/hire/proofs/${encodeURIComponent(form.get('proof') ?? '')}`;
  const text = (name: string) => form.get(name) ?? '';
  switch (form.get('act')) {
    case 'check':
      return act({ request, path: `${proof}/check`, body: {} });
    case 'give-up':
      return act({ request, path: `${proof}/give-up`, body: {} });
    case 'works-at':
      return act({ request, path: begin, body: { way: 'mail', domain: text('email'), mailbox: '' } });
    case 'claim':
      return act({ request, path: begin, body: { way: text('way'), domain: text('domain') } });
    default:
      return act({
        request,
        path: begin,
        body: { way: text('way'), domain: text('domain'), mailbox: text('way') === 'mail' ? text('mailbox') : '' },
      });
  }
}

/** How a look at a proof ended, as the page says it; undefined for anything else. */
export function outcomeOf(url: URL): 'proven' | 'not-found' | 'redirected' | 'not-looked' | 'wait' | 'given-up' | undefined {
  const outcomes = ['proven', 'not-found', 'redirected', 'not-looked', 'wait', 'given-up'] as const;
  return outcomes.find((one) => url.searchParams.get('seen') === one);
}

import { type Acted, act } from '#site/lib/act.ts';
import { reasonsIn } from '#site/lib/reasons-form.ts';
import type { NotifierView, StaffNotice } from '#worker/moderation/model/staff-views.ts';

interface OnNotice {
  readonly request: Request;
  readonly form: URLSearchParams;
  readonly notice: StaffNotice;
  /** Why it is frozen, where it is by one press. */
  readonly freezing: string;
}

/** What was looked at closer, by an act that stands in the log. */
export interface SeenCloser {
  readonly is: 'seen';
  readonly notifier: NotifierView | null;
  readonly draft: string | null;
}

/** What a button on the page of a report does. */
export async function actOnNotice(on: OnNotice): Promise<Acted<unknown> | SeenCloser> {
  const { request, form, notice, freezing } = on;
  const path = `/api/moderate/notices/${notice.id}`;
  const pressed = form.get('act');
  if (pressed === 'notifier') {
    const seen = await act<NotifierView>({ request, path: `${path}/notifier`, body: {} });
    return seen.is === 'done' ? { is: 'seen', notifier: seen.body, draft: null } : seen;
  }
  if (pressed === 'danger') {
    const seen = await act<{ draft: string }>({ request, path: `${path}/danger`, body: {} });
    return seen.is === 'done' ? { is: 'seen', notifier: null, draft: seen.body.draft } : seen;
  }
  if (pressed === 'freeze') {
    const reasons = { ground: { is: 'rules', rules: ['lawful'] }, explanation: freezing };
    const body = { reason: 'notice', reasons, noticeId: notice.id };
    return act({ request, path: `/api/moderate/ads/${notice.ad?.id ?? ''}/freeze`, body });
  }
  const outcome = form.get('outcome') ?? '';
  const reasons = outcome === 'restricted' ? { reasons: reasonsIn(form) } : {};
  return act({ request, path: `${path}/decide`, body: { outcome, answer: form.get('answer') ?? '', ...reasons } });
}

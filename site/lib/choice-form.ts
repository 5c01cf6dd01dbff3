import { readPost } from '#site/lib/post-form.ts';
import { isId } from '#worker/kernel/random.ts';

const PRESSED = ['accept_all', 'reject_all', 'save', 'opt_out'] as const;
export type Pressed = (typeof PRESSED)[number];

/** What a form about cookie choices said. */
export interface ChoiceForm {
  readonly pressed: Pressed;
  /** Hash of the notice that was shown. */
  readonly notice: string;
  /** Random, of the page that was shown. */
  readonly token: string;
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>;
  /** The second step of a yes against the browser's signal; null before it. */
  readonly confirmed: boolean | null;
  readonly back: string | null;
}

/** What a page was sent, as far as it is a form of ours; null for everything else. */
export async function readChoiceForm(request: Request): Promise<ChoiceForm | null> {
  const fields = await readPost(request);
  const pressed = PRESSED.find((act) => act === fields?.get('act'));
  const token = fields?.get('token') ?? '';
  if (fields === null || pressed === undefined || !isId(token)) return null;
  const confirmed = fields.get('confirmed');
  return {
    pressed,
    notice: fields.get('notice') ?? '',
    token,
    answers: Object.fromEntries([...fields].flatMap(answerIn)),
    confirmed: confirmed === null ? null : confirmed === 'yes',
    back: fields.get('back'),
  };
}

function answerIn([name, value]: readonly [string, string]): readonly (readonly [string, 'yes' | 'no'])[] {
  const service = /^answer-([a-z][a-z-]{0,39})$/.exec(name)?.[1];
  return service === undefined ? [] : [[service, value === 'yes' ? 'yes' : 'no']];
}

import { once } from '#site/lib/once.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { AskedService } from '#worker/consent/model/consent-cookie.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import { noticeOf } from '#worker/consent/model/notice.ts';
import { hashNotice } from '#worker/consent/model/notice-hash.ts';
import { type DeviceEntry, servicesOf } from '#worker/promises/model/services.ts';

/** What a page tells the browser about this board's optional services. */
export interface ConsentSettings {
  readonly notice: ConsentNotice;
  /** Hash of the notice, which a choice is recorded with. */
  readonly hash: string;
  readonly services: readonly OptionalService[];
}

/** An optional service as the browser needs to know it: to ask about, to run and to clear away. */
export interface OptionalService extends AskedService {
  readonly sets: readonly Pick<DeviceEntry, 'name' | 'kind'>[];
  /** Origins that its scripts may come from; empty where it is a part of the board. */
  readonly scripts: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

const SERVICES: readonly OptionalService[] = servicesOf(board).map(({ id, revision, shares, sets, hosts, settings }) => ({
  id,
  revision,
  shares,
  sets: sets.map(({ name, kind }) => ({ name, kind })),
  scripts: hosts.script,
  settings,
}));

const noticeIn = once((language) => noticeOf(board, language));

/** Null where the board has no optional service: then nobody is asked anything. */
export async function consentSettings(language: string): Promise<ConsentSettings | null> {
  if (SERVICES.length === 0) return null;
  const notice = noticeIn(language);
  return { notice, hash: await hashNotice(notice), services: SERVICES };
}

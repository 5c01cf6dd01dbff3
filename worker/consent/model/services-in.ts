import type { ConsentNotice, NoticeService } from '#worker/consent/model/consent-notice.ts';

/** Every service that a notice asks about. */
export function servicesIn(shown: ConsentNotice): readonly NoticeService[] {
  return shown.categories.flatMap(({ services }) => services);
}

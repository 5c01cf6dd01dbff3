import type { Board } from '#worker/board/model/board.ts';
import type { ConsentNotice, NoticeCategory, NoticeService } from '#worker/consent/model/consent-notice.ts';
import { CATEGORY_WORDS, NOTICE_WORDS } from '#worker/consent/model/notice-words.ts';
import { countryName } from '#worker/kernel/display-names.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';
import { NO_LASTS, YES_LASTS } from '#worker/promises/model/consent-periods.ts';
import type { Facts } from '#worker/promises/model/facts.ts';
import { fillWords, sayDuration } from '#worker/promises/model/fill-words.ts';
import type { Processor } from '#worker/promises/model/processor.ts';
import { OPTIONAL_CATEGORIES, type OptionalCategory, type Service, servicesOf } from '#worker/promises/model/services.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

/** What banner, panel and form page say about this board's optional services: the text that a record of consent refers to. */
export function noticeOf(board: Board, language: string): ConsentNotice {
  const services = servicesOf(board);
  const say = (key: keyof typeof NOTICE_WORDS) => inLanguage(NOTICE_WORDS[key], language);
  return {
    // What is switched on now is what the version in force describes; an announced one may change it later.
    version: versionInForce(board, __BUILT_ON__).version,
    language,
    title: say('title'),
    text: introduction(services, language),
    change: say('change'),
    lasts: fill(NOTICE_WORDS.lasts, language, { yes: YES_LASTS, no: NO_LASTS }),
    added: say('added'),
    acceptAll: say('acceptAll'),
    rejectAll: say('rejectAll'),
    choose: say('choose'),
    save: say('save'),
    close: say('close'),
    saved: say('saved'),
    gpc: signalText(services, language),
    gpcConfirm: say('gpcConfirm'),
    gpcYes: say('gpcYes'),
    gpcNo: say('gpcNo'),
    essential: { name: say('essential'), text: say('essentialText'), always: say('always') },
    categories: OPTIONAL_CATEGORIES.map((id) => categoryOf(id, services, language)),
  };
}

function introduction(services: readonly Service[], language: string): string {
  if (services.length === 0) return inLanguage(NOTICE_WORDS.nothing, language);
  const asked = OPTIONAL_CATEGORIES.filter((id) => services.some(({ category }) => category === id));
  return fill(NOTICE_WORDS.text, language, {
    purposes: listed(
      asked.map((id) => inLanguage(CATEGORY_WORDS[id].purpose, language)),
      language,
    ),
    services: namesOf(services, language),
  });
}

function signalText(services: readonly Service[], language: string): string {
  const sharing = services.filter(({ shares }) => shares);
  if (sharing.length === 0) return inLanguage(NOTICE_WORDS.gpcNothing, language);
  return fill(NOTICE_WORDS.gpc, language, { services: namesOf(sharing, language) });
}

function categoryOf(id: OptionalCategory, services: readonly Service[], language: string): NoticeCategory {
  const { name, text } = CATEGORY_WORDS[id];
  return {
    id,
    name: inLanguage(name, language),
    text: inLanguage(text, language),
    none: inLanguage(NOTICE_WORDS.none, language),
    services: services.filter(({ category }) => category === id).map((service) => serviceIn(service, language)),
  };
}

function serviceIn(service: Service, language: string): NoticeService {
  const { id, revision, name, does, recipient, shares } = service;
  return {
    id,
    revision,
    name,
    text: inLanguage(does, language),
    recipient: recipient === null ? inLanguage(NOTICE_WORDS.ourselves, language) : recipientText(recipient, language),
    stores: storesText(service, language),
    shares,
  };
}

function recipientText({ name, country }: Processor, language: string): string {
  return fill(NOTICE_WORDS.goesTo, language, { name, country: countryName(country, language) });
}

function storesText({ sets, recipient }: Service, language: string): string {
  if (sets.length === 0) return inLanguage(NOTICE_WORDS.noneStored, language);
  const entries = sets.map(
    ({ name, lasts }) => `${name} (${lasts === null ? inLanguage(NOTICE_WORDS.untilClosed, language) : sayDuration(lasts, language)})`,
  );
  const stored = fill(NOTICE_WORDS.stored, language, { entries: entries.join(', ') });
  if (recipient === null) return stored;
  return `${stored} ${fill(NOTICE_WORDS.elsewhere, language, { recipient: recipient.name, hosts: recipient.hosts.join(', ') })}`;
}

function namesOf(services: readonly Service[], language: string): string {
  return listed(
    services.map(({ name }) => name),
    language,
  );
}

function listed(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(writtenAs(language)).format(parts);
}

function fill(words: Words, language: string, facts: Facts): string {
  return fillWords(words, { facts, language });
}

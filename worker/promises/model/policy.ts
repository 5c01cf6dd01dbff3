import type { Board } from '#worker/board/model/board.ts';
import { type DeclaredEntry, declaredEntries } from '#worker/promises/model/cookies.ts';
import { type DataCategory, dataCategoriesOf } from '#worker/promises/model/data-categories.ts';
import { type Facts, factsOf } from '#worker/promises/model/facts.ts';
import type { Processor } from '#worker/promises/model/processor.ts';
import { type Purpose, purposesInUse } from '#worker/promises/model/purposes.ts';
import { companiesOf, RECIPIENTS, type Recipient } from '#worker/promises/model/recipients.ts';
import { RETENTION, type RetentionRule } from '#worker/promises/model/retention.ts';
import { type Right, rightsUnder } from '#worker/promises/model/rights.ts';
import { SECURITY_MEASURES, type SecurityMeasure } from '#worker/promises/model/security-measures.ts';
import { type Service, servicesOf } from '#worker/promises/model/services.ts';

/** What a board does with data, whole: pages, lint and tasks read it from here. */
export interface Policy {
  readonly board: Board;
  /** Those in use: planned ones, and those of services that are off, are not among them. */
  readonly purposes: readonly Purpose[];
  readonly dataCategories: readonly DataCategory[];
  readonly recipients: readonly Recipient[];
  /** The board's own, and the recipients of its services. */
  readonly processors: readonly Processor[];
  readonly services: readonly Service[];
  readonly cookies: readonly DeclaredEntry[];
  readonly retention: readonly RetentionRule[];
  readonly rights: readonly Right[];
  readonly securityMeasures: readonly SecurityMeasure[];
  readonly facts: Facts;
}

export function policyOf(board: Board, rules: readonly RetentionRule[] = RETENTION): Policy {
  const services = servicesOf(board);
  return {
    board,
    purposes: purposesInUse(services),
    dataCategories: dataCategoriesOf(services),
    recipients: RECIPIENTS,
    processors: companiesOf(board.processors, services),
    services,
    cookies: declaredEntries(board.name, services),
    retention: rules,
    rights: rightsUnder(board.jurisdictions),
    securityMeasures: SECURITY_MEASURES,
    facts: factsOf(board, rules),
  };
}

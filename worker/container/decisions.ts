import type { Database } from '#db/client.ts';
import { statementsRepository } from '#db/repositories/statements.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import type { mailParts } from '#worker/container/mail.ts';
import { makeStatement } from '#worker/moderation/make-statement.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';
import { guestAddressSeal } from '#worker/posts/model/guest-address-seal.ts';

interface DecisionsWiring extends Wiring {
  readonly mail: Pick<ReturnType<typeof mailParts>, 'prepareMail'>;
}

/** What reports, decisions and objections are given. */
export function decisionParts(db: Database, { config: { secret }, clock, mail: { prepareMail } }: DecisionsWiring) {
  const statements = statementsRepository(db);
  const guests = guestAddressSeal(secret);
  const openGuestAddress = (sealed: string, postId: string) => guests.open(sealed, postId);
  return {
    statements,
    /** The reasons of a decision that restricts: statements for its batch, the mail to its author among them. */
    makeStatement: (wanted: StatementWanted) =>
      makeStatement({ now: clock(), statements, prepareMail, openGuestAddress, issueLink }, wanted),
  };
}

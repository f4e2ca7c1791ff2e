import { type AccountChange, accountChangedMail } from "#domain/notices/account-mail.ts";
import type { Request } from "#market/edge/env.ts";
import type { Statement } from "#ports/database.ts";
import { queueLetter } from "#store/letters.ts";
import type { PersonView } from "#store/people.ts";

/** Tells a person at every confirmed address what changed, in the batch of the change itself. */
export function noticesOf(
  { ports: { ids, now } }: Request,
  { id, language, addresses }: Pick<PersonView, "id" | "language" | "addresses">,
  change: AccountChange,
): readonly Statement[] {
  const confirmed = addresses.filter(({ isConfirmed }) => isConfirmed);
  return confirmed.flatMap(({ address }) =>
    queueLetter({
      key: `account-changed:${id}:${ids.next()}`,
      to: address,
      letter: accountChangedMail(language, change),
      at: now,
    }),
  );
}

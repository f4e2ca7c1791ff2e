import type { MemberId } from "#domain/kernel/ids.ts";
import { type CivilDate, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Occasion } from "#domain/ledger/posting.ts";
import { subscribeShares } from "#domain/ledger/shares.ts";
import type { ShareRefusal } from "#domain/membership/refusals.ts";
import { type Holder, subscribe } from "#domain/membership/share-deeds.ts";
import { moved } from "#domain/membership/share-movement.ts";
import type { Holding } from "#domain/membership/share-movement.ts";
import type { Statement } from "#ports/database.ts";
import { post } from "#store/postings.ts";
import { writeMovement } from "#store/shares.ts";
import type { Nominal } from "#store/share-nominal.ts";

/** The posting that carries the movement of this number. */
export function shareRef(memberId: MemberId, number: number): string {
  return `share:${memberId}:${number}`;
}

/** Shares that are promised, with their instalments, and what is held then. */
export function subscription(
  memberId: MemberId,
  holder: Holder,
  asked: Nominal & {
    readonly shares: number;
    readonly instalments: number;
    /** The day from which its instalments run; today unless it is said. */
    readonly on?: CivilDate;
  },
  { now, actor }: Pick<Occasion, "now" | "actor">,
): Outcome<{ readonly holding: Holding; readonly statements: Statement[] }, ShareRefusal> {
  const { holding } = holder;
  const { shares, instalments, nominal, rules } = asked;
  const on = asked.on ?? toRome(now).date;
  const taken = subscribe(holder, { shares, nominal, instalments, on });
  if (!taken.ok) return taken;
  const number = holding.number + 1;
  const txRef = shareRef(memberId, number);
  const occasion = { now, actor, rules };
  return accept({
    holding: moved(holding, taken.value),
    statements: [
      ...post(subscribeShares(memberId, taken.value.subscribed, txRef, occasion)),
      writeMovement({ ...taken.value, memberId, number, txRef, at: now, actor }),
    ],
  });
}

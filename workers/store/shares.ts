import {
  movementDigest,
  planText,
  type WrittenMovement,
} from "#domain/membership/share-movement.ts";
import type { Statement } from "#ports/database.ts";
import { shareEvent } from "#schema/members.ts";
import { insertInto } from "./statement.ts";

/** What the database says to a movement of shares that are no longer what they were. */
export const SHARES_CHANGED = "refused:shares-changed";

/** What it says when an account may not show what a posting would leave it at. */
export const RESERVES_SHORT = "refused:account-limit";

/** Writes a movement; its posting comes before it in the batch. */
export function writeMovement(movement: WrittenMovement): Statement {
  const { memberId, number, kind, shares, txRef, at, actor } = movement;
  const { subscribed, paid, contributed, owed } = movement;
  return insertInto(shareEvent, {
    memberId,
    number,
    kind,
    shares,
    subscribedCents: subscribed,
    paidCents: paid,
    contributedCents: contributed,
    owedCents: owed,
    plan: planText(movement.plan),
    txRef,
    at,
    actor,
    digest: movementDigest(movement),
  });
}

import { digestOf, type Digest } from "#domain/kernel/digest.ts";
import { type Cents, sumCents, subtractCents } from "#domain/kernel/money.ts";
import { brokenSeal, type Seal } from "#domain/kernel/seal.ts";
import { type Holding, moved, NO_SHARES, type WrittenMovement } from "./share-movement.ts";
import type { BookVerdict } from "./verify-entries.ts";

/** A movement of shares as it is exported: numbered through all of them, its plan as it is kept. */
export type ExportedMovement = Omit<WrittenMovement, "plan"> & {
  readonly id: number;
  /** [[day, cents], …], in canonical form. */
  readonly plan: string;
  readonly digest: Digest;
};

/** Every movement of shares in the order they were written, with the seals over them. */
export interface ExportedMovements {
  readonly kind: "shares";
  /** The number of the last movement. */
  readonly upTo: number;
  readonly movements: readonly ExportedMovement[];
  readonly seals: readonly Seal[];
}

/**
 * Checks the movements from the first to the last: each says what its digest says, is there once
 * and in its place, takes no more than is held, and what one gives the other gets; the seals cover
 * them. What each member holds is the sum of theirs.
 */
export function verifyMovements({ movements, seals, upTo }: ExportedMovements): BookVerdict {
  const holdings = new Map<string, Holding>();
  for (const [index, movement] of movements.entries()) {
    const held = holdings.get(movement.memberId) ?? NO_SHARES;
    const fault = faultOf(movement, index + 1, held) ?? unmatched(movement, movements[index - 1]);
    if (fault !== null) return { ok: false, entry: `movement ${index + 1}`, fault };
    holdings.set(movement.memberId, moved(held, { ...movement, plan: [] }));
  }
  if (movements.length < upTo) {
    return { ok: false, entry: `movement ${movements.length + 1}`, fault: "is missing" };
  }
  if (movements.at(-1)?.kind === "transferred-out") {
    return { ok: false, entry: `movement ${movements.length}`, fault: "goes to nobody" };
  }
  const broken = brokenSeal("shares", seals, movements);
  if (broken !== null) return { ok: false, entry: `seal ${broken}`, fault: "does not hold" };
  const checked = { movements: movements.length, members: holdings.size, seals: seals.length };
  return { ok: true, checked };
}

function faultOf(movement: ExportedMovement, place: number, held: Holding): string | null {
  const { id, digest, ...says } = movement;
  const { number, plan, subscribed, paid } = says;
  if (id !== place) return `is missing, or stands elsewhere: ${id} is in its place`;
  if (digestOf(says) !== digest) return "does not say what its digest says";
  if (number !== held.number + 1) return "does not follow the last one of its member";
  const after = moved(held, { ...movement, plan: [] });
  const isWhole = after.paid >= 0 && after.paid <= after.subscribed;
  if (after.shares < 0 || !isWhole || after.contributed < 0 || after.owed < 0) {
    return "takes more than is held";
  }
  const parts = JSON.parse(plan) as readonly (readonly [string, Cents])[];
  const planned = sumCents(parts.map(([, amount]) => amount));
  const isPlanned = parts.length === 0 || planned === subtractCents(subscribed, paid);
  return isPlanned ? null : "has instalments that come to something else";
}

/** Shares that go from one to another are written down as two movements, one after the other. */
function unmatched(
  movement: ExportedMovement,
  before: ExportedMovement | undefined,
): string | null {
  const isReceived = movement.kind === "transferred-in";
  if (isReceived !== (before?.kind === "transferred-out")) {
    return isReceived ? "comes from nobody" : "stands where what was given should arrive";
  }
  if (!isReceived || before === undefined) return null;
  const isSame =
    movement.txRef === before.txRef &&
    movement.shares + before.shares === 0 &&
    movement.subscribed + before.subscribed === 0 &&
    movement.memberId !== before.memberId;
  return isSame ? null : "is not what was given";
}

import type { Principal } from "#domain/access/principal.ts";
import { ownSaving } from "#domain/delivery/rounds/own-saving.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Request } from "#market/edge/env.ts";
import { lastCountedRounds, type LastRounds, type OwnDoor, ownDoor } from "#store/round-savings.ts";

/** What sharing the round comes to for a delivery home. */
export interface HomeSaving {
  /** What it would cost alone, and its part of the rounds. */
  readonly alone: Cents;
  readonly share: Cents;
  /** Of the rounds that it was learnt from. */
  readonly deliveryDay: CivilDate;
  /** The buyer's own street; null while nobody knows it, and it is the mean of all homes. */
  readonly street: string | null;
}

/** Read with the basket and the checkout, in their own round trip. */
export function savingLoaders({ credentials }: Request) {
  return { rounds: lastCountedRounds(), door: ownDoor(credentials) };
}

/** The buyer's own saving where their door is known, else that of an ordinary home. */
export function savingOf(
  { rounds, door }: { readonly rounds: LastRounds | null; readonly door: OwnDoor | null },
  { who }: Principal,
): HomeSaving | null {
  if (rounds === null) return null;
  const { deliveryDay, home } = rounds;
  const grants = who.kind === "person" || who.kind === "token" ? who.grants : [];
  const isTheirs = grants.some(
    ({ role, subject }) => role === "household" && subject === door?.householdId,
  );
  const own = door !== null && isTheirs ? ownSaving(door, rounds) : null;
  if (own === null || door === null) return { ...home, deliveryDay, street: null };
  return { ...own, deliveryDay, street: door.street };
}

import { HOUR, type Instant, later } from "#domain/kernel/instant.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { RecoveryRefusal } from "./refusals.ts";

/** For how long after a recovery begins no passkey of the person opens an act. */
const PAUSE_MS = 72 * HOUR;

/** Until when acts are paused; a recovery never shortens the pause of an earlier one. */
export function pauseUntil(now: Instant, actsFrom: Instant): Instant {
  const until = later(now, PAUSE_MS);
  return actsFrom > until ? actsFrom : until;
}

/** A recovery is stopped as long as its pause lasts, by whoever reads one of the letters. */
export function canBeStopped(madeAt: Instant, now: Instant): boolean {
  return now < later(madeAt, PAUSE_MS);
}

/** Somebody with the office of officer, as the operator may have to help them. */
export interface OfficerAtLoss {
  readonly personId: PersonId;
  readonly folded: readonly string[];
  readonly passkeys: number;
}

/**
 * Which officer the operator may help: the named one, or the only one; and only where no other
 * could, so that whoever holds the set-up secret is never a way around officers.
 */
export function officerToHelp<O extends OfficerAtLoss>(
  officers: readonly O[],
  folded: string | null,
): Outcome<O, RecoveryRefusal> {
  const named = officers.filter((one) => folded === null || one.folded.includes(folded));
  const [one, ...more] = named;
  if (one === undefined || more.length > 0) return refuse({ code: "officer-unknown" });
  const others = officers.filter(({ personId }) => personId !== one.personId);
  if (others.some(({ passkeys }) => passkeys > 0)) return refuse({ code: "officer-can-act" });
  return accept(one);
}

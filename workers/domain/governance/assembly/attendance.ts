import { giveProxy } from "#domain/governance/electorate/proxies.ts";
import type { ProxyRefusal } from "#domain/governance/refusals.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { AssemblyKind } from "./assembly.ts";
import type { AssemblyRefusal } from "./refusals.ts";

/** How somebody takes part. */
export const WAYS_TO_ATTEND = ["in-person", "remote", "by-proxy"] as const;
export type WayToAttend = (typeof WAYS_TO_ATTEND)[number];

/** Somebody who takes part from an instant on, until they leave. */
export interface Presence {
  readonly memberId: string;
  readonly how: WayToAttend;
  /** Who stands for them; null unless by proxy. */
  readonly holderId: string | null;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
}

/** Who takes part at an instant: who came and has not left, and for whom somebody there stands. */
export function presentAt(presences: readonly Presence[], at: Instant): readonly Presence[] {
  const there = presences.filter(
    ({ arrivedAt, leftAt }) => arrivedAt <= at && (leftAt === null || leftAt > at),
  );
  const inside = new Set(
    there.flatMap(({ how, memberId }) => (how === "by-proxy" ? [] : memberId)),
  );
  return there.filter(({ holderId }) => holderId === null || inside.has(holderId));
}

/** Who may take part in an assembly, and who may stand for nobody. */
export interface AttendanceGround {
  readonly eligible: ReadonlySet<string>;
  /** Directors, supervisors, employees (art. 2372 c.5 c.c.). */
  readonly excluded: ReadonlySet<string>;
  readonly mostProxies: number;
  /** Who takes part now. */
  readonly present: readonly Presence[];
}

/** Somebody who arrives, or for whom somebody who is there shows a proxy. */
export type Arrival = Pick<Presence, "memberId" | "how" | "holderId">;

/** An arrival as it may be written down: nobody is there twice, a proxy needs its holder there. */
export function checkArrival(
  { memberId, how, holderId }: Arrival,
  { eligible, excluded, mostProxies, present }: AttendanceGround,
): Outcome<null, AssemblyRefusal | ProxyRefusal> {
  if (!eligible.has(memberId)) return refuse({ code: "not-of-the-assembly" });
  if (present.some((one) => one.memberId === memberId)) return refuse({ code: "present-already" });
  if ((how === "by-proxy") !== (holderId !== null)) return refuse({ code: "holder-not-there" });
  if (holderId === null) return accept(null);
  const isThere = present.some((one) => one.memberId === holderId && one.how !== "by-proxy");
  if (!isThere) return refuse({ code: "holder-not-there" });
  const given = present.flatMap(({ memberId: giver, holderId: holder }) =>
    holder === null ? [] : [{ giver, holder }],
  );
  const ground = { most: mostProxies, eligible, excluded, given };
  const proxy = giveProxy({ giver: memberId, holder: holderId }, ground);
  return proxy.ok ? accept(null) : proxy;
}

/** Shares of those who may vote that must be there, as [above or at, numerator, denominator]. */
const QUORUMS = {
  // Half at the first call (art. 2368 c.1 c.c.), any number at the second (art. 2369 c.3).
  ordinary: [["at-least", 1, 2], null],
  separate: [["at-least", 1, 2], null],
  // More than half at the first call (art. 2368 c.2), then more than a third (art. 2369 c.3).
  extraordinary: [
    ["more-than", 1, 2],
    ["more-than", 1, 3],
  ],
} as const satisfies Record<AssemblyKind, readonly [unknown, unknown]>;

/**
 * How many of those who may vote must be there or represented, so that the assembly is valid: what
 * the law says by analogy where the statute is silent. At least one.
 */
export function neededToConstitute(kind: AssemblyKind, call: 1 | 2, electorate: number): number {
  const quorum = QUORUMS[kind][call - 1] ?? null;
  if (quorum === null) return 1;
  const [how, part, whole] = quorum;
  const share = (electorate * part) / whole;
  return Math.max(1, how === "at-least" ? Math.ceil(share) : Math.floor(share) + 1);
}

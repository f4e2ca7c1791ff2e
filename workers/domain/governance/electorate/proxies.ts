import type { ProxyRefusal } from "#domain/governance/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** Somebody who stands for somebody else in one vote. */
export interface Proxy {
  readonly giver: string;
  readonly holder: string;
}

/** Who of the electorate may vote, and who may stand for nobody. */
export interface ProxyGround {
  /** How many one may stand for; 0 where the policy knows no proxies. */
  readonly most: number;
  readonly eligible: ReadonlySet<string>;
  /** Directors, auditors, employees. */
  readonly excluded: ReadonlySet<string>;
  /** What stands by now. */
  readonly given: readonly Proxy[];
}

/** A proxy that is given: at most so many a holder (art. 2539 c.c.), none passed on. */
export function giveProxy(
  { giver, holder }: Proxy,
  { most, eligible, excluded, given }: ProxyGround,
): Outcome<Proxy, ProxyRefusal> {
  if (most === 0) return refuse({ code: "proxy-not-foreseen" });
  if (!eligible.has(giver)) return refuse({ code: "proxy-not-eligible", who: "giver" });
  if (!eligible.has(holder) || holder === giver) {
    return refuse({ code: "proxy-not-eligible", who: "holder" });
  }
  if (excluded.has(holder)) return refuse({ code: "proxy-excluded" });
  if (given.some((proxy) => proxy.giver === giver)) return refuse({ code: "proxy-given-already" });
  const isHolderAway = given.some((proxy) => proxy.giver === holder);
  const isGiverTrusted = given.some((proxy) => proxy.holder === giver);
  if (isHolderAway || isGiverTrusted) return refuse({ code: "proxy-chained" });
  const held = given.filter((proxy) => proxy.holder === holder).length;
  return held < most ? accept({ giver, holder }) : refuse({ code: "proxy-too-many", most });
}

/** A ballot that somebody cast, for themselves or for who trusted them. */
export interface CastFor {
  readonly member: string;
  /** Who put it in the box; the member, or the holder of their proxy. */
  readonly by: string;
}

/**
 * The ballot that counts for each member: their own, where the policy lets it beat a proxy's; else
 * the one that was cast. Of several by the same hand the last (I1, I17).
 * @param cast in the order of casting
 */
export function countingBallots<Ballot extends CastFor>(
  cast: readonly Ballot[],
  ownBeatsProxy: boolean,
): readonly Ballot[] {
  const counting = new Map<string, Ballot>();
  for (const ballot of cast) {
    const before = counting.get(ballot.member);
    const isOwn = ballot.by === ballot.member;
    const wasOwn = before !== undefined && before.by === before.member;
    if (before === undefined || isOwn === wasOwn || (isOwn && ownBeatsProxy)) {
      counting.set(ballot.member, ballot);
    }
  }
  return [...counting.values()];
}

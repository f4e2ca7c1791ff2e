import { electorateRoot, electorHandle } from "#domain/governance/electorate/freeze-electorate.ts";
import { giveProxy, type Proxy } from "#domain/governance/electorate/proxies.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { digestOf } from "#domain/kernel/digest.ts";
import type { ExportedRow, ExportedVote } from "./exported-vote.ts";
import { type Fault, firstFault, OTHER_DIGEST } from "./fault.ts";

/**
 * Whether the electorate is the one that the notice froze: each row says what its digest says, is
 * whose it says it is, and together they are what was published. Then whether each proxy could be
 * given.
 */
export function checkElectorate(
  { electorate, proxies, call }: ExportedVote,
  policy: Pick<Policy, "mostProxies">,
): Fault | null {
  const row = firstFault(electorate, "electorate row", (one, index) => {
    if (!isOfMember(one)) return "is not whose it says it is";
    const { digest, member: _, salt: __, ...said } = one;
    if (digestOf(said) !== digest) return OTHER_DIGEST;
    const before = electorate[index - 1]?.digest ?? "";
    return before < digest ? null : "stands in another place";
  });
  if (row !== null) return row;
  if (electorateRoot(electorate) !== call.electorateRoot) {
    return { entry: "electorate", fault: "is not the one that the notice published" };
  }
  return checkProxies(electorate, proxies, policy);
}

function isOfMember({ member, salt, handle }: ExportedRow): boolean {
  return member === undefined || electorHandle(salt ?? "", member) === handle;
}

function checkProxies(
  electorate: readonly ExportedRow[],
  proxies: readonly Proxy[],
  { mostProxies }: Pick<Policy, "mostProxies">,
): Fault | null {
  const ground = {
    most: mostProxies,
    eligible: membersOf(electorate.filter(({ reason }) => reason === "")),
    excluded: membersOf(electorate.filter(({ mayHold }) => !mayHold)),
  };
  return firstFault(proxies, "proxy", (proxy, index) => {
    const given = giveProxy(proxy, { ...ground, given: proxies.slice(0, index) });
    return given.ok ? null : `could not be given: ${given.refusal.code}`;
  });
}

function membersOf(rows: readonly ExportedRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ member = "" }) => member));
}

import {
  type Fraction,
  fraction,
  fractionText,
  readFraction,
} from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import {
  type Policy,
  POLICY_TIMES,
  type PolicyTimes,
  type Votes,
} from "#domain/governance/policy/policy.ts";
import { policyText } from "#domain/governance/policy/policy-text.ts";
import { readPolicy } from "#domain/governance/policy/read-policy.ts";

/** What the boxes of a form say, by their names. */
export type Typed = Readonly<Record<string, string>>;

/** Boxes with a whole number that are always there. */
const NUMBERS = ["seats", "daysEnrolled", "mostProxies", "endorsements"] as const;

/** A policy as its form shows it; what is off is not there, as in what a browser sends. */
export function typedOf(policy: Policy): Typed {
  const { votes, times } = policy;
  const [first, second] = policy.calls;
  return {
    method: policy.method,
    votes: votes.kind,
    secrecy: policy.secrecy,
    mostVotes: votes.kind === "legal-persons" ? String(votes.most) : "",
    ...Object.fromEntries(NUMBERS.map((name) => [name, String(policy[name])])),
    ...Object.fromEntries(POLICY_TIMES.map((name) => [`time-${name}`, String(times[name])])),
    ...(policy.mayRevote ? { mayRevote: "1" } : {}),
    ...(policy.ownBeatsProxy ? { ownBeatsProxy: "1" } : {}),
    ...(second === undefined ? {} : { hasSecond: "1" }),
    ...ruleTyped("first", first),
    ...ruleTyped("second", second ?? first),
  };
}

function ruleTyped(call: string, { quorum, threshold }: MajorityRule): Typed {
  return {
    [`${call}-quorum`]: quorum === null ? "" : shareTyped(quorum),
    [`${call}-of`]: quorum?.of ?? "present",
    [`${call}-share`]: shareTyped(threshold),
    [`${call}-base`]: threshold.base,
  };
}

/** "1/2", and "1/2+" where it has to be passed. */
function shareTyped({ share, isStrict }: { readonly share: Fraction; readonly isStrict: boolean }) {
  return fractionText(share) + (isStrict ? "+" : "");
}

/** The policy that a form asks for, or the boxes in which no whole number stands. */
export function policyTyped(
  before: Policy,
  typed: Typed,
): { readonly policy: Policy | null; readonly wrong: readonly string[] } {
  const isOfPersons = typed["votes"] === "legal-persons";
  const boxes = [...NUMBERS, ...POLICY_TIMES.map((name) => `time-${name}`)];
  const asked = isOfPersons ? [...boxes, "mostVotes"] : boxes;
  const wrong = asked.filter((name) => !/^\d{1,5}$/.test(typed[name]?.trim() ?? ""));
  if (wrong.length > 0) return { policy: null, wrong };
  const number = (name: string) => Number(typed[name]);
  const calls = [ruleFrom("first", typed)];
  if (typed["hasSecond"] === "1") calls.push(ruleFrom("second", typed));
  const { code, electors } = before;
  const asIf = {
    code,
    electors,
    method: typed["method"] as Policy["method"],
    secrecy: typed["secrecy"] as Policy["secrecy"],
    votes: votesFrom(before, typed),
    calls: calls as unknown as Policy["calls"],
    mayRevote: typed["mayRevote"] === "1",
    ownBeatsProxy: typed["ownBeatsProxy"] === "1",
    seats: number("seats"),
    daysEnrolled: number("daysEnrolled"),
    mostProxies: number("mostProxies"),
    endorsements: number("endorsements"),
    times: Object.fromEntries(
      POLICY_TIMES.map((name) => [name, number(`time-${name}`)]),
    ) as unknown as PolicyTimes,
  };
  // Read as a stranger's: a form can be sent by anybody, with anything in it.
  return { policy: readPolicy(policyText(asIf)), wrong };
}

function votesFrom({ votes }: Policy, typed: Typed): Votes {
  const kind = typed["votes"] as Votes["kind"];
  if (kind === "legal-persons") return { kind, most: Number(typed["mostVotes"]) };
  if (kind === "colleges" && votes.kind === "colleges") return votes;
  return kind === "exchange" ? { kind } : { kind: "heads" };
}

function ruleFrom(call: string, typed: Typed): MajorityRule {
  const of = (name: string) => typed[`${call}-${name}`] ?? "";
  const quorum = of("quorum") === "" ? null : shareFrom(of("quorum"));
  return {
    quorum: quorum === null ? null : { ...quorum, of: of("of") === "cast" ? "cast" : "present" },
    threshold: { ...shareFrom(of("share")), base: of("base") as MajorityRule["threshold"]["base"] },
  };
}

function shareFrom(text: string): { readonly share: Fraction; readonly isStrict: boolean } {
  const isStrict = text.endsWith("+");
  const share = readFraction(isStrict ? text.slice(0, -1) : text) ?? fraction(0);
  return { share, isStrict };
}

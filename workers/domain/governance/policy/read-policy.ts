import {
  type Fields,
  fieldsOf,
  fractionOf,
  listOf,
  wholeNumber,
} from "#domain/governance/counting/json-parts.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import type { College } from "#domain/governance/weights/colleges.ts";
import { METHODS, type Policy, POLICY_TIMES, type PolicyTimes, type Votes } from "./policy.ts";

const FIELDS = [
  "code",
  "electors",
  "method",
  "seats",
  "calls",
  "votes",
  "daysEnrolled",
  "mostProxies",
  "secrecy",
  "mayRevote",
  "ownBeatsProxy",
  "endorsements",
  "times",
] as const;
/** Longer than any part of a vote's life, in days or hours, and more than anybody counts. */
const MOST = 100_000;

/**
 * Reads a policy from its text: every part is there, of its kind, and nothing else. Whether it is
 * possible and lawful is another question (`checkPolicy`).
 * @returns null where the text is no policy
 */
export function readPolicy(text: string): Policy | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const fields = fieldsOf(value);
  return fields !== null && hasOnly(fields, FIELDS) ? policyFrom(fields) : null;
}

function policyFrom(fields: Fields): Policy | null {
  const code = codeOf(fields["code"]);
  const electors = oneOf(["members", "board"] as const, fields["electors"]);
  const method = oneOf(METHODS, fields["method"]);
  const secrecy = oneOf(["open", "detached", "blind"] as const, fields["secrecy"]);
  const [calls, votes] = [callsOf(fields["calls"]), votesOf(fields["votes"])];
  const times = timesOf(fields["times"]);
  const [seats, daysEnrolled] = [count(fields["seats"]), count(fields["daysEnrolled"])];
  const [mostProxies, endorsements] = [count(fields["mostProxies"]), count(fields["endorsements"])];
  const { mayRevote, ownBeatsProxy } = fields;
  if (code === null || electors === null || method === null || secrecy === null) return null;
  if (calls === null || votes === null || times === null || seats === null) return null;
  if (daysEnrolled === null || mostProxies === null || endorsements === null) return null;
  if (typeof mayRevote !== "boolean" || typeof ownBeatsProxy !== "boolean") return null;
  const numbers = { seats, daysEnrolled, mostProxies, endorsements };
  return {
    code,
    electors,
    method,
    secrecy,
    calls,
    votes,
    times,
    mayRevote,
    ownBeatsProxy,
    ...numbers,
  };
}

function callsOf(value: unknown): Policy["calls"] | null {
  const [first = null, second = null, third] = (listOf(value) ?? []).map(ruleOf);
  const isWritten = first !== null && third === undefined;
  if (!isWritten) return null;
  return listOf(value)?.length === 1 ? [first] : second === null ? null : [first, second];
}

function ruleOf(value: unknown): MajorityRule | null {
  const fields = fieldsOf(value);
  if (fields === null || !hasOnly(fields, ["quorum", "threshold"])) return null;
  const threshold = shareOf(fields["threshold"], "base");
  const base = oneOf(["electorate", "present", "cast"] as const, threshold?.of);
  const quorum = fields["quorum"] === null ? null : shareOf(fields["quorum"], "of");
  const of = oneOf(["present", "cast"] as const, quorum?.of);
  if (threshold === null || base === null) return null;
  if (fields["quorum"] !== null && (quorum === null || of === null)) return null;
  const { share, isStrict } = threshold;
  return {
    quorum: quorum === null || of === null ? null : { ...quorum, of },
    threshold: { share, base, isStrict },
  };
}

function shareOf(value: unknown, of: string) {
  const fields = fieldsOf(value);
  if (fields === null || !hasOnly(fields, ["share", "isStrict", of])) return null;
  const share = fractionOf(fields["share"]);
  const { isStrict } = fields;
  return share === null || typeof isStrict !== "boolean"
    ? null
    : { share, of: fields[of], isStrict };
}

function votesOf(value: unknown): Votes | null {
  const fields = fieldsOf(value);
  const kind = oneOf(["heads", "legal-persons", "exchange", "colleges"] as const, fields?.["kind"]);
  if (fields === null || kind === null) return null;
  if (kind === "heads" || kind === "exchange") return hasOnly(fields, ["kind"]) ? { kind } : null;
  if (kind === "legal-persons") {
    const most = count(fields["most"]);
    return most !== null && hasOnly(fields, ["kind", "most"]) ? { kind, most } : null;
  }
  const colleges = listOf(fields["colleges"])?.map(collegeOf) ?? [null];
  const whole = colleges.filter((college) => college !== null);
  const empty = oneOf(["lost", "redistribute"] as const, fields["empty"]);
  const isWhole =
    whole.length === colleges.length && hasOnly(fields, ["kind", "colleges", "empty"]);
  return isWhole && empty !== null ? { kind, colleges: whole, empty } : null;
}

function collegeOf(value: unknown): College | null {
  const fields = fieldsOf(value);
  const weight = fractionOf(fields?.["weight"]);
  const code = codeOf(fields?.["code"]);
  if (fields === null || weight === null || code === null) return null;
  return hasOnly(fields, ["code", "weight"]) ? { code, weight } : null;
}

function timesOf(value: unknown): PolicyTimes | null {
  const fields = fieldsOf(value);
  if (fields === null || !hasOnly(fields, POLICY_TIMES)) return null;
  const read = POLICY_TIMES.map((name) => [name, count(fields[name])] as const);
  const isWhole = read.every(([, length]) => length !== null);
  return isWhole ? (Object.fromEntries(read) as unknown as PolicyTimes) : null;
}

function codeOf(value: unknown): string | null {
  return typeof value === "string" && /^[a-z0-9-]{1,60}$/.test(value) ? value : null;
}

function count(value: unknown): number | null {
  return wholeNumber(value, { least: 0, most: MOST });
}

function oneOf<const T extends string>(choices: readonly T[], value: unknown): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

function hasOnly(fields: Fields, names: readonly string[]): boolean {
  const given = Object.keys(fields);
  return given.length === names.length && given.every((name) => names.includes(name));
}

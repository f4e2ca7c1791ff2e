import { type Fraction, fractionText, NOTHING } from "#domain/governance/counting/fraction.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import type { CallRefusal } from "#domain/governance/refusals.ts";
import { type Digest, digestOf, digestOfText } from "#domain/kernel/digest.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { classHasVote, type NotEligible, whyNotEligible } from "./eligibility.ts";
import { type Basis, rawWeights, type Weighable } from "./raw-weights.ts";

/** Somebody in the members' book on the day of a notice. */
export interface BookLine extends Weighable {
  readonly enrolledOn: CivilDate;
  readonly state: "active" | "suspended";
  readonly isInArrears: boolean;
  readonly isDirector: boolean;
  /** Directors, auditors and employees stand for nobody (art. 2372 c.5 c.c.). */
  readonly mayHold: boolean;
  /** At least 80 random bits: without them nobody finds a member behind a digest. */
  readonly salt: string;
}

/** A member as the notice froze them. */
export interface ElectorateRow {
  readonly memberId: string;
  readonly class: string;
  readonly basis: Basis;
  /** Before the caps; nothing where they may not vote. */
  readonly weight: Fraction;
  /** "" where they may vote. */
  readonly reason: NotEligible | "";
  readonly mayHold: boolean;
  readonly salt: string;
  readonly digest: Digest;
}

export interface Electorate {
  readonly rows: readonly ElectorateRow[];
  /** Over the digests of all rows: what the notice publishes. */
  readonly root: Digest;
  readonly eligible: number;
}

/** Under a secret vote every weight is shared by so many, or a ballot would say whose it is. */
const LEAST_ALIKE = 10;

/**
 * Everybody in the book, with the votes they have or the reason why they have none. What happens to
 * the book or to shares afterwards changes nothing of it (I6, I16).
 */
export function freezeElectorate(
  book: readonly BookLine[],
  policy: Pick<Policy, "votes" | "daysEnrolled" | "electors" | "secrecy">,
  opensOn: CivilDate,
): Outcome<Electorate, CallRefusal> {
  const judged = book.map((line) => ({
    line,
    reason: whyNotEligible(entryOf(line, policy), opensOn, policy.daysEnrolled) ?? ("" as const),
  }));
  const entitled = judged.filter(({ reason }) => reason === "").map(({ line }) => line);
  if (entitled.length === 0) return refuse({ code: "nobody-may-vote" });
  const weights = rawWeights(policy.votes, entitled);
  const weightOf = new Map(entitled.map(({ memberId }, at) => [memberId, weights[at]]));
  const rows = judged.map(({ line, reason }) => {
    const { basis, weight } = weightOf.get(line.memberId) ?? { basis: "head", weight: NOTHING };
    const { memberId, mayHold, salt } = line;
    const row = { memberId, class: line.class, basis, weight, reason, mayHold, salt };
    return { ...row, digest: electorateRowDigest(row) };
  });
  const alike = policy.secrecy === "open" ? [] : alikeAmong(rows, policy);
  if (policy.secrecy === "blind" && alike.length > 1) return refuse({ code: "weights-not-alike" });
  if (alike.length > 1 && alike.some((count) => count < LEAST_ALIKE)) {
    return refuse({ code: "weights-not-shared", least: LEAST_ALIKE });
  }
  return accept({ rows, root: electorateRoot(rows), eligible: entitled.length });
}

/** By what somebody finds their own row in a published electorate, and nobody else can. */
export function electorHandle(salt: string, memberId: string): Digest {
  return digestOfText(`${salt}|${memberId}`);
}

/** What of a row is sealed and published: all that it says, a handle in place of the member. */
export function electorateRowDigest(row: Omit<ElectorateRow, "digest">): Digest {
  return digestOf({
    handle: electorHandle(row.salt, row.memberId),
    class: row.class,
    basis: row.basis,
    weight: fractionText(row.weight),
    reason: row.reason,
    mayHold: row.mayHold,
  });
}

/** Over the rows' digests in their order, so that the order of rows says nothing. */
export function electorateRoot(rows: readonly { readonly digest: Digest }[]): Digest {
  return digestOfText(
    rows
      .map(({ digest }) => digest)
      .toSorted()
      .join(""),
  );
}

function entryOf(line: BookLine, { votes, electors }: Pick<Policy, "votes" | "electors">) {
  const isInCollege =
    votes.kind !== "colleges" || votes.colleges.some(({ code }) => code === line.class);
  return {
    memberId: line.memberId,
    enrolledOn: line.enrolledOn,
    state: line.state,
    hasVote: classHasVote(line.class) && isInCollege,
    isInArrears: line.isInArrears,
    isElector: electors === "members" || line.isDirector,
  };
}

/** How many look alike on secret ballots, for each look: class only counts where colleges do. */
function alikeAmong(
  rows: readonly ElectorateRow[],
  { votes }: Pick<Policy, "votes">,
): readonly number[] {
  const alike = new Map<string, number>();
  for (const row of rows) {
    if (row.reason !== "") continue;
    const of = votes.kind === "colleges" ? row.class : "";
    const look = `${of} ${row.basis} ${fractionText(row.weight)}`;
    alike.set(look, (alike.get(look) ?? 0) + 1);
  }
  return [...alike.values()];
}

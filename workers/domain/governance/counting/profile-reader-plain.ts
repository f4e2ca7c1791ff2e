import { accept, type Outcome, refuse, type Refused } from "#domain/kernel/outcome.ts";
import type { ApprovalBallot } from "./approval.ts";
import { fraction } from "./fraction.ts";
import {
  type Fields,
  fractionOf,
  indexesOf,
  listOf,
  pairsOf,
  textsOf,
  wholeNumber,
} from "./json-parts.ts";
import type { Base, MajorityRule, MotionBallot } from "./majority.ts";
import type { ApprovalProfile, MotionProfile, ScoreProfile } from "./profile.ts";
import type { BallotFileRefusal } from "./refusals.ts";
import { isOnScale, type ScoreBallot, type ScoreScale } from "./score.ts";

type Read<T> = Outcome<T, BallotFileRefusal>;

function unreadable(field: string): Refused<BallotFileRefusal> {
  return refuse({ code: "profile-unreadable", field });
}

/** `{ options, seats?, ballots: [[weight, [1, 3]]] }` */
export function readApprovals(source: Fields): Read<ApprovalProfile> {
  const options = textsOf(source["options"]);
  if (options === null) return unreadable("options");
  const seats = wholeNumber(source["seats"] ?? 1, { least: 1, most: 1000 });
  if (seats === null) return unreadable("seats");
  const ballots = pairsOf(source["ballots"], (first, second): ApprovalBallot | null => {
    const weight = fractionOf(first);
    const approved = indexesOf(second, options.length);
    return weight === null || approved === null ? null : { weight, approved };
  });
  if (typeof ballots === "number") return unreadable(`ballots[${ballots}]`);
  return accept({ type: "approval", options, seats, ballots });
}

/** `{ options, seats?, least, most, ballots: [[weight, [5, null, 2]]] }` */
export function readScores(source: Fields): Read<ScoreProfile> {
  const options = textsOf(source["options"]);
  if (options === null) return unreadable("options");
  const seats = wholeNumber(source["seats"] ?? 1, { least: 1, most: 1000 });
  if (seats === null) return unreadable("seats");
  const least = wholeNumber(source["least"], { least: -1000, most: 1000 });
  if (least === null) return unreadable("least");
  const most = wholeNumber(source["most"], { least, most: 1000 });
  if (most === null) return unreadable("most");
  const ballots = pairsOf(source["ballots"], (first, second): ScoreBallot | null => {
    const weight = fractionOf(first);
    const scores = listOf(second)?.filter((score) => isScore(score, { least, most }));
    const isWhole = scores?.length === options.length && listOf(second)?.length === options.length;
    return weight === null || scores === undefined || !isWhole ? null : { weight, scores };
  });
  if (typeof ballots === "number") return unreadable(`ballots[${ballots}]`);
  return accept({ type: "score", options, seats, scale: { least, most }, ballots });
}

function isScore(value: unknown, scale: ScoreScale): value is number | null {
  return value === null || (typeof value === "number" && isOnScale(value, scale));
}

/**
 * `{ electorate, silent?, quorum?, quorum_of?, quorum_strict?, threshold?, base?, strict?,
 * ballots: [[weight, "yes"]] }`; unless it says otherwise, more than half of those cast.
 */
export function readMotion(source: Fields): Read<MotionProfile> {
  const electorate = fractionOf(source["electorate"]);
  if (electorate === null) return unreadable("electorate");
  const silent = fractionOf(source["silent"] ?? 0);
  if (silent === null) return unreadable("silent");
  const rule = readRule(source);
  if (typeof rule === "string") return unreadable(rule);
  const ballots = pairsOf(source["ballots"], (first, second): MotionBallot | null => {
    const weight = fractionOf(first);
    const choice = oneOf(second, ["yes", "no", "abstain"]);
    return weight === null || choice === null ? null : { weight, choice };
  });
  if (typeof ballots === "number") return unreadable(`ballots[${ballots}]`);
  return accept({ type: "motion", rule, attendance: { electorate, silent }, ballots });
}

/** The rule, or the name of the field that misstates it. */
function readRule(source: Fields): MajorityRule | string {
  const share =
    source["threshold"] === undefined ? fraction(1, 2) : fractionOf(source["threshold"]);
  if (share === null) return "threshold";
  const bases: readonly Base[] = ["electorate", "present", "cast"];
  const base = oneOf(source["base"] ?? "cast", bases);
  if (base === null) return "base";
  const threshold = { share, base, isStrict: source["strict"] !== false };
  if (source["quorum"] === undefined) return { threshold, quorum: null };
  const needed = fractionOf(source["quorum"]);
  if (needed === null) return "quorum";
  const of = oneOf(source["quorum_of"] ?? "present", ["present", "cast"]);
  if (of === null) return "quorum_of";
  return { threshold, quorum: { share: needed, of, isStrict: source["quorum_strict"] === true } };
}

function oneOf<const T extends string>(value: unknown, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

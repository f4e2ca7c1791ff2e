import { countApproval, type TotalsResult } from "#domain/governance/counting/approval.ts";
import { countDebian } from "#domain/governance/counting/debian.ts";
import { countEqualShares } from "#domain/governance/counting/equal-shares.ts";
import {
  decimalText,
  type Fraction,
  fraction,
  fractionText,
} from "#domain/governance/counting/fraction.ts";
import { countIrv } from "#domain/governance/counting/irv.ts";
import type { Lot } from "#domain/governance/counting/lot.ts";
import { type Drawn, lotDecides } from "#domain/governance/counting/lot-decides.ts";
import { countMajority, type MotionBallot } from "#domain/governance/counting/majority.ts";
import { countMeek } from "#domain/governance/counting/meek.ts";
import type { Profile } from "#domain/governance/counting/profile.ts";
import { countSchulze } from "#domain/governance/counting/schulze.ts";
import { countScore } from "#domain/governance/counting/score.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import type { Election, Stage, TransferResult } from "#domain/governance/counting/stage.ts";
import { countWigm } from "#domain/governance/counting/wigm.ts";
import {
  asApprovals,
  asDebian,
  asElection,
  asScores,
  asTable,
  Misfit,
  namesOf,
} from "./tally-views.ts";

/** What a count comes to, in the words and the form of the published records. */
export type TallyRecord = Readonly<Record<string, unknown>>;

/** One count for each name that `bench/tally.ts` takes. */
export const counts: Readonly<Record<string, (profile: Profile, lot: Lot) => TallyRecord>> = {
  scottish: (profile, lot) => transferRecord("scottish", profile, { count: countScottish, lot }),
  wigm: (profile, lot) => transferRecord("wigm", profile, { count: countWigm, lot }),
  irv: (profile, lot) => transferRecord("irv", profile, { count: countIrv, lot }),
  meek: meekRecord,
  schulze: schulzeRecord,
  debian: debianRecord,
  "equal-shares": equalSharesRecord,
  approval: (profile, lot) => {
    const view = asApprovals(profile);
    const shape = { options: view.options.length, seats: view.seats };
    return totalsRecord("approval", view.options, countApproval(view.ballots, shape, lot));
  },
  score: (profile, lot) => {
    const view = asScores(profile);
    const shape = { options: view.options.length, seats: view.seats, scale: view.scale };
    return totalsRecord("score", view.options, countScore(view.ballots, shape, lot));
  },
  majority: majorityRecord,
};

/** With draws it also says whether they decided who won: true, false, or null for "too many". */
function transferRecord(
  rule: string,
  profile: Profile,
  { count, lot }: { count: (election: Election, lot: Lot) => TransferResult; lot: Lot },
): TallyRecord {
  const election = asElection(profile);
  const result = count(election, lot);
  const named = namer(profile);
  // Recounts cost the less the fewer papers there are: a second or two at the most.
  const most = Math.min(500, Math.ceil(2_000_000 / (election.papers.counts.length + 1)));
  const recount = (other: Lot): Drawn => {
    const { elected: winners, draws } = count(election, other);
    return { winners, draws };
  };
  return {
    rule,
    valid: result.valid,
    quota: decimalText(result.quota, 5),
    elected: result.elected.map(named),
    stage_count: result.stages.length,
    lots_drawn: result.draws.length,
    ...(result.draws.length > 0 ? { decided_by_lot: lotDecides(recount, lot, most) } : {}),
    stages: result.stages.map((stage) => ({
      action: actionText(stage),
      votes: stage.votes.map((votes) => decimalText(votes, 5)),
      non_transferable: decimalText(stage.nonTransferable, 5),
      elected: stage.elected.map(named),
    })),
  };
}

function actionText({ action }: Stage): string {
  if (action.kind === "first preferences") return action.kind;
  return `${action.kind} ${action.candidate + 1}`;
}

function meekRecord(profile: Profile, lot: Lot): TallyRecord {
  const result = countMeek(asElection(profile), lot);
  return {
    rule: "meek-prf",
    elected: result.elected.map(namer(profile)),
    rounds: result.rounds.length,
    final_quota: decimalText(result.finalQuota, 9),
    lots_drawn: result.draws.length,
  };
}

function schulzeRecord(profile: Profile, lot: Lot): TallyRecord {
  const result = countSchulze(asTable(profile), lot);
  const names = result.order.map(namer(profile));
  // One letter each, as in the papers: "EACBD".
  const between = names.every((name) => Array.from(name).length === 1) ? "" : " > ";
  return {
    rule: "schulze",
    matrix: result.matrix,
    winners: result.winners.map(namer(profile)),
    ranking: names.join(between),
    lots_drawn: result.draws.length,
  };
}

function debianRecord(profile: Profile, lot: Lot): TallyRecord {
  const view = asDebian(profile);
  const result = countDebian(view.table, view, lot);
  return {
    rule: "debian-schulze",
    matrix: result.matrix,
    dropped: Object.fromEntries(result.dropped.map((one) => [one.option + 1, one.reason])),
    winners: result.winners.map((option) => option + 1),
  };
}

function equalSharesRecord(profile: Profile, lot: Lot): TallyRecord {
  if (profile.type !== "pb") throw new Misfit("Equal Shares needs projects with costs");
  const result = countEqualShares(profile, lot);
  return {
    rule: "equalshares/add1",
    selected: result.funded.map(({ project }) => namer(profile)(project)).toSorted(),
    spent: result.spent,
  };
}

function totalsRecord(rule: string, names: readonly string[], result: TotalsResult): TallyRecord {
  return {
    rule,
    cast: fractionText(result.cast),
    totals: result.totals.map(fractionText),
    elected: result.elected.map((option) => names[option]),
    lots_drawn: result.draws.length,
  };
}

const moreThanHalf = {
  quorum: null,
  threshold: { share: fraction(1, 2), base: "cast", isStrict: true },
} as const;

/** A motion by its own rule; ranked ballots by more than half of the first preferences. */
function majorityRecord(profile: Profile, lot: Lot): TallyRecord {
  if (profile.type === "motion") {
    const result = countMajority(profile.ballots, profile.rule, profile.attendance);
    const { hasQuorum: quorum, passes, isTied: tied, yes, no, abstain } = result;
    const { present, cast, needed } = result;
    const weights = Object.entries({ yes, no, abstain, present, cast, needed });
    const texts = Object.fromEntries(weights.map(([key, value]) => [key, fractionText(value)]));
    return { rule: "majority", ...texts, quorum, passes, tied };
  }
  const { valid, stages } = countIrv(asElection(profile), lot);
  const votes = stages[0]?.votes ?? [];
  const elected = [...votes.keys()].filter((one) => hasHalf(votes[one] ?? fraction(0), valid));
  const totals = votes.map(fractionText);
  return { rule: "majority", valid, totals, elected: elected.map(namer(profile)) };
}

function hasHalf(votes: Fraction, valid: number): boolean {
  const others = fraction(BigInt(valid) - votes.num);
  const ballots: readonly MotionBallot[] = [
    { weight: votes, choice: "yes" },
    { weight: others, choice: "no" },
  ];
  const attendance = { electorate: fraction(valid), silent: fraction(0) };
  return countMajority(ballots, moreThanHalf, attendance).passes;
}

function namer(profile: Profile): (index: number) => string {
  const names = namesOf(profile);
  return (index) => names[index] ?? String(index + 1);
}

import type { ApprovalBallot } from "#domain/governance/counting/approval.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { layOut, rankedBallots } from "#domain/governance/counting/papers.ts";
import type {
  ApprovalProfile,
  Profile,
  ScoreProfile,
  StvProfile,
  WeakProfile,
} from "#domain/governance/counting/profile.ts";
import { type RankTable, tableOf, UNRANKED } from "#domain/governance/counting/rank-table.ts";

/** A profile that a rule cannot read, such as a budget by Scottish STV. */
export class Misfit extends Error {
  override readonly name = "Misfit";
}

/** Names, in the order of the ballots' numbers. */
export function namesOf(profile: Profile): readonly string[] {
  if (profile.type === "stv") return profile.candidates;
  if (profile.type === "pb") return profile.projects.map(({ id }) => id);
  return profile.type === "motion" ? ["yes", "no"] : profile.options;
}

/** Ranked ballots; those of a table must have no equal ranks. */
export function asElection(profile: Profile): StvProfile {
  if (profile.type === "stv") return profile;
  if (profile.type !== "ranked" && profile.type !== "ranked-weak") {
    throw new Misfit(`ballots of type ${profile.type} rank nobody`);
  }
  const { options: candidates, table } = profile;
  const ballots = Array.from(table.counts, (count, row) => {
    const ranks = rowOf(table, row);
    const ranked = [...ranks.keys()].filter((option) => ranks[option] !== UNRANKED);
    if (new Set(ranked.map((option) => ranks[option])).size < ranked.length) {
      throw new Misfit("a ballot with equal ranks has no order");
    }
    const ranking = ranked.toSorted((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
    return { count, ranking };
  });
  const papers = layOut(candidates.length, ballots);
  return { type: "stv", title: "", candidates, seats: 1, withdrawn: [], lot: null, papers };
}

/** Ranks of every option; who withdrew is on nobody's ballot. */
export function asTable(profile: Profile): RankTable {
  if (profile.type === "ranked" || profile.type === "ranked-weak") return profile.table;
  if (profile.type !== "stv") throw new Misfit(`ballots of type ${profile.type} rank nobody`);
  const { papers, withdrawn } = profile;
  if (withdrawn.length === 0) return tableOf(papers);
  const stand = ({ ranking }: { ranking: readonly number[] }): number[] =>
    ranking.filter((candidate) => !withdrawn.includes(candidate));
  const ballots = rankedBallots(papers).map((one) => ({ count: one.count, ranking: stand(one) }));
  return tableOf(layOut(papers.candidates, ballots));
}

/** A BLT file names no default option: its last candidate is taken for it, with no quorum. */
export function asDebian(profile: Profile): Omit<WeakProfile, "type"> {
  if (profile.type === "ranked-weak") return profile;
  const table = asTable(profile);
  const options = namesOf(profile);
  const ratios = options.map(() => fraction(1));
  const defaultOption = options.length - 1;
  return { options, table, ratios, defaultOption, quorum: fraction(0), isStrict: true };
}

/** Who is ranked counts as approved; with a default option, who is ranked above it. */
export function asApprovals(profile: Profile): Omit<ApprovalProfile, "type"> {
  if (profile.type === "approval") return profile;
  const options = namesOf(profile);
  if (profile.type === "pb") {
    const ballots = profile.ballots.map(({ count, approved }) => ballot(count, approved));
    return { options, seats: 1, ballots };
  }
  const table = asTable(profile);
  const seats = profile.type === "stv" ? profile.seats : 1;
  const line = profile.type === "ranked-weak" ? profile.defaultOption : null;
  const ballots = Array.from(table.counts, (count, row) => {
    const ranks = rowOf(table, row);
    const worst = line === null ? UNRANKED : (ranks[line] ?? UNRANKED);
    return ballot(
      count,
      [...ranks.keys()].filter((option) => (ranks[option] ?? UNRANKED) < worst),
    );
  });
  return { options, seats, ballots };
}

/** Ranks as scores, as Borda has it: so many points as options stand below, if all were ranked. */
export function asScores(profile: Profile): Omit<ScoreProfile, "type"> {
  if (profile.type === "score") return profile;
  const { options, seats, ballots } = bordaOf(profile);
  return { options, seats, ballots, scale: { least: 0, most: options.length - 1 } };
}

function bordaOf(profile: Profile): Pick<ScoreProfile, "options" | "seats" | "ballots"> {
  const table = asTable(profile);
  const options = namesOf(profile);
  const ballots = Array.from(table.counts, (count, row) => {
    const ranks = [...rowOf(table, row)];
    const scores = ranks.map((rank) =>
      rank === UNRANKED ? null : options.length - 1 - ranks.filter((other) => other < rank).length,
    );
    return { weight: fraction(count), scores };
  });
  return { options, seats: profile.type === "stv" ? profile.seats : 1, ballots };
}

function rowOf({ options, ranks }: RankTable, row: number): Int32Array {
  return ranks.subarray(row * options, (row + 1) * options);
}

function ballot(count: number, approved: readonly number[]): ApprovalBallot {
  return { weight: fraction(count), approved };
}

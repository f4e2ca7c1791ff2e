import { checkBallots } from "#domain/governance/recount/check-ballots.ts";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import { recountVote } from "#domain/governance/recount/recount-vote.ts";
import { aBookLine, exportedVote } from "#tests/exported-votes.ts";
import { exportMany } from "./export-many.ts";
import { median, type Report } from "./report.ts";

const MANY = 100_000;
/** The federation that this is for has so many members. */
const FEDERATION = 580;

/** What it costs to verify votes, and to export a large one; bars from the governance issue. */
export async function run(): Promise<Report> {
  const exported = await exportMany(MANY);
  const assembly = voteOf(FEDERATION);
  const recounts = times(() => must(recountVote(assembly).ok), 25);
  const recountMs = median(recounts);
  const chain = voteOf(MANY);
  const chainMs = median(times(() => must(checkBallots(chain) === null), 9));
  return {
    name: "votes",
    measured: [
      { what: "digests and seals of 100,000 ballots", ms: chainMs },
      { what: "580 ballots recounted, from notice to result", ms: recountMs },
      { what: "the same, the first time in its process", ms: recounts[0] ?? Number.NaN },
      { what: "100,000 secret ballots exported", ms: exported.ms },
    ],
    bars: [
      { what: "chain of 100,000 ballots, ms", value: chainMs, atMost: 1000 },
      { what: "580 ballots, ms", value: recountMs, atMost: 10 },
      { what: "export of 100,000 ballots, MB", value: exported.megabytes, atMost: 128 },
    ],
  };
}

function voteOf(members: number): ExportedVote {
  const book = Array.from({ length: members }, (_, at) => aBookLine(at + 1));
  const choices = book.map(({ memberId: member }, at) => ({
    member,
    choice: { vote: at % 3 === 0 ? "no" : "yes" } as const,
  }));
  return exportedVote({ book, choices });
}

function must(holds: boolean): void {
  if (!holds) throw new Error("a vote of the benchmark does not verify");
}

/** Each round in milliseconds of processor time: what others do is not in it. */
function times(work: () => void, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return Math.round((user + system) / 10) / 100;
  });
}

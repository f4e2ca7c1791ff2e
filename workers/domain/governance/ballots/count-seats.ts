import { fractionText } from "#domain/governance/counting/fraction.ts";
import { countIrv } from "#domain/governance/counting/irv.ts";
import type { Lot } from "#domain/governance/counting/lot.ts";
import { countMeek, type MeekResult } from "#domain/governance/counting/meek.ts";
import { layOut, type Papers } from "#domain/governance/counting/papers.ts";
import { countScottish } from "#domain/governance/counting/scottish.ts";
import type { Election, TransferResult } from "#domain/governance/counting/stage.ts";
import { countWigm } from "#domain/governance/counting/wigm.ts";
import type { MeekCount, TransfersCount } from "./call-result.ts";
import type { Counted } from "./count-by-method.ts";
import type { Counting } from "./count-call.ts";
import { countByLot } from "./drawn-count.ts";
import { bundled } from "./whole-ballots.ts";

type ByTransfers = "irv" | "scottish" | "wigm" | "meek";

const TRANSFERS = { irv: countIrv, scottish: countScottish, wigm: countWigm } as const;

/** Offices by rankings. A ballot that ranks nobody is present, and elects nobody. */
export function countSeats(counting: Counting, method: ByTransfers): Counted {
  const election = electionOf(counting);
  const passes = (winners: readonly number[]) => counting.hasQuorum && winners.length > 0;
  if (method === "meek") {
    const { result, names, told } = countByLot(counting, (lot) =>
      elects(countMeek(election, lot), election),
    );
    return { ...told, passes: passes(result.winners), count: meekCount(result, names) };
  }
  const { result, names, told } = countByLot(counting, (lot: Lot) =>
    elects(TRANSFERS[method](election, lot), election),
  );
  return { ...told, passes: passes(result.winners), count: transfersCount(result, names) };
}

/** Where nobody is ranked at all nobody is elected, whatever the count fills up with. */
function elects<R extends { readonly elected: readonly number[] }>(
  result: R,
  { papers }: Election,
) {
  return { ...result, winners: papers.ranked.length === 0 ? [] : result.elected };
}

function electionOf({ call, ballots }: Counting): Election {
  const codes = call.options.map(({ code }) => code);
  const papers: Papers = layOut(
    codes.length,
    bundled(ballots).bundles.map(({ count, choice }) => ({
      count,
      ranking: "ranking" in choice ? choice.ranking.map((code) => codes.indexOf(code)) : [],
    })),
  );
  return { papers, seats: call.policy.seats, withdrawn: [] };
}

function transfersCount(result: TransferResult, names: readonly string[]): TransfersCount {
  const named = (index: number) => names[index] ?? "";
  return {
    kind: "transfers",
    candidates: names,
    valid: result.valid,
    quota: fractionText(result.quota),
    stages: result.stages.map(({ action, votes, nonTransferable, elected }) => ({
      action: action.kind,
      candidate: action.kind === "first preferences" ? null : named(action.candidate),
      votes: votes.map(fractionText),
      nonTransferable: fractionText(nonTransferable),
      elected: elected.map(named),
    })),
  };
}

function meekCount(result: MeekResult, names: readonly string[]): MeekCount {
  const named = (index: number) => names[index] ?? "";
  return {
    kind: "meek",
    candidates: names,
    finalQuota: fractionText(result.finalQuota),
    rounds: result.rounds.map(({ iterations, quota, votes, elected, defeated }) => ({
      iterations,
      quota: fractionText(quota),
      votes: votes.map(fractionText),
      elected: elected.map(named),
      defeated: defeated === null ? null : named(defeated),
    })),
  };
}

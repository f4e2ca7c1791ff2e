import { invariant } from "#domain/kernel/invariant.ts";
import { compare, fraction, type Fraction } from "./fraction.ts";
import { type Draw, isLot, type Lot, settle } from "./lot.ts";
import { type Price, Purses } from "./purses.ts";

/** What may be funded; costs are whole units of currency, above zero. */
export interface Project {
  readonly cost: number;
}

/** Ballots that approve the same projects (indexes from 0, each at most once). */
export interface ProjectBallot {
  readonly count: number;
  readonly approved: readonly number[];
}

export interface Budgeting {
  readonly budget: number;
  readonly projects: readonly Project[];
  readonly ballots: readonly ProjectBallot[];
}

export interface FundedProject {
  readonly project: number;
  /** The most that one supporter pays for one unit of the project's cost. */
  readonly rate: Fraction;
}

export interface EqualSharesResult {
  /** In the order in which they were bought. */
  readonly funded: readonly FundedProject[];
  readonly spent: number;
  /** What each voter had to give in the run that counts: budget / voters, and what was added. */
  readonly share: Fraction;
  /** Runs with a higher share each, the last of which may have overspent. */
  readonly runs: number;
  /** Ties of the run that counts. */
  readonly draws: readonly Draw[];
}

interface Run {
  readonly share: Fraction;
  readonly funded: readonly FundedProject[];
  readonly spent: number;
  readonly draws: readonly Draw[];
}

/**
 * Method of Equal Shares (Peters, Pierczyński and Skowron, 2021) with cost utilities and the
 * completion Add1: every voter begins with an equal share of the budget; the project whose
 * supporters pay least per unit of cost is bought, as evenly as their money allows, until nobody
 * can buy any more. Then everybody gets one unit of currency more and all begins anew, as long as
 * the outcome stays within the budget; the last one that does counts. It does not stop earlier,
 * when nothing else would fit. A tie goes to more supporters, then lower cost, then the lot.
 * @throws BrokenInvariant on money or counts that are no whole numbers in bounds.
 */
export function countEqualShares(budgeting: Budgeting, lot: Lot): EqualSharesResult {
  const race = prepare(budgeting, lot);
  const supported = race.projects.filter(({ votes }) => votes > 0).length;
  const voters = BigInt(
    Math.max(
      1,
      race.voters.reduce((total, count) => total + count, 0),
    ),
  );
  const share = (added: bigint): Fraction =>
    fraction(BigInt(budgeting.budget) + added * voters, voters);
  let last = runOnce(race, share(0n));
  let runs = 1;
  for (let added = 1n; last.funded.length < supported; added++) {
    const next = runOnce(race, share(added));
    runs += 1;
    if (next.spent > budgeting.budget) break;
    last = next;
  }
  return { ...last, runs };
}

interface Candidate {
  readonly index: number;
  readonly cost: number;
  readonly votes: number;
  /** Groups of voters who approve it. */
  readonly supporters: readonly number[];
}

interface Race {
  readonly projects: readonly Candidate[];
  /** By group of voters with the same ballot. */
  readonly voters: readonly number[];
  readonly lot: Lot;
}

function prepare({ budget, projects, ballots }: Budgeting, lot: Lot): Race {
  invariant(isLot(lot, projects.length), "the lot names every project once");
  invariant(Number.isSafeInteger(budget) && budget >= 0, `${budget} is a budget`);
  const groups = groupEqual(ballots);
  const voters = groups.map(({ count }) => count);
  const candidates = projects.map(({ cost }, index): Candidate => {
    invariant(Number.isSafeInteger(cost) && cost > 0, `${cost} is a cost`);
    const supporters = [...groups.keys()].filter((g) => groups[g]?.approved.includes(index));
    const votes = supporters.reduce((total, group) => total + (voters[group] ?? 0), 0);
    return { index, cost, votes, supporters };
  });
  return { projects: candidates, voters, lot };
}

function groupEqual(ballots: readonly ProjectBallot[]): ProjectBallot[] {
  const groups = new Map<string, ProjectBallot>();
  for (const { count, approved } of ballots) {
    invariant(Number.isSafeInteger(count) && count > 0, `${count} ballots are a whole number`);
    const inOrder = [...new Set(approved)].toSorted((one, other) => one - other);
    const key = inOrder.join(" ");
    const known = groups.get(key)?.count ?? 0;
    groups.set(key, { count: known + count, approved: inOrder });
  }
  return [...groups.values()];
}

function runOnce(race: Race, share: Fraction): Run {
  const purses = new Purses(race.voters, share);
  const draws: Draw[] = [];
  const funded: FundedProject[] = [];
  let spent = 0;
  let open: readonly Quoted[] = race.projects
    .filter(({ votes }) => votes > 0)
    .map((project) => ({ project, price: null, rate: null }));
  for (;;) {
    const { best, left } = cheapest(open, purses);
    const chosen = firstOf(best, { lot: race.lot, draws });
    if (chosen === undefined) return { share, funded, spent, draws };
    purses.pay(chosen.price, chosen.project.supporters);
    funded.push({ project: chosen.project.index, rate: chosen.rate });
    spent += chosen.project.cost;
    open = left.filter(({ project }) => project !== chosen.project);
  }
}

/** A project with the rate last found for it: rates only rise, so an old one is a lower bound. */
interface Quoted {
  readonly project: Candidate;
  readonly price: Price | null;
  readonly rate: Fraction | null;
}

type Offer = Quoted & { readonly price: Price; readonly rate: Fraction };

/** The projects at the lowest rate, and all that can still be bought; each with its rate. */
function cheapest(
  open: readonly Quoted[],
  purses: Purses,
): { readonly best: readonly Offer[]; readonly left: readonly Quoted[] } {
  let best: Offer[] = [];
  const left: Quoted[] = [];
  for (const old of open.toSorted(byOldRate)) {
    const lowest = best[0]?.rate;
    if (lowest !== undefined && old.rate !== null && compare(old.rate, lowest) > 0) {
      left.push(old);
      continue;
    }
    const offer = quote(old.project, purses);
    if (offer === null) continue;
    left.push(offer);
    const order = lowest === undefined ? -1 : compare(offer.rate, lowest);
    if (order < 0) best = [offer];
    else if (order === 0) best.push(offer);
  }
  return { best, left };
}

function quote(project: Candidate, purses: Purses): Offer | null {
  const price = purses.priceOf(BigInt(project.cost), project.supporters);
  if (price === null) return null;
  const den = price.payers * purses.unit * BigInt(project.cost);
  return { project, price, rate: fraction(price.paid, den) };
}

function byOldRate(one: Quoted, other: Quoted): number {
  if (one.rate === null || other.rate === null) {
    return Number(one.rate !== null) - Number(other.rate !== null);
  }
  return compare(one.rate, other.rate);
}

function firstOf(
  best: readonly Offer[],
  { lot, draws }: { readonly lot: Lot; readonly draws: Draw[] },
): Offer | undefined {
  if (best.length < 2) return best[0];
  const votes = Math.max(...best.map(({ project }) => project.votes));
  const most = best.filter(({ project }) => project.votes === votes);
  const cost = Math.min(...most.map(({ project }) => project.cost));
  const tied = most.filter(({ project }) => project.cost === cost);
  const indexes = tied.map(({ project }) => project.index).toSorted((one, other) => one - other);
  const taken = settle(indexes, "fund", lot, draws);
  return tied.find(({ project }) => project.index === taken);
}

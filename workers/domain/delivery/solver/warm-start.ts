import type { Plan, Step } from "#domain/delivery/plan.ts";
import { isStopType, keyOf } from "#domain/delivery/problem.ts";
import type { Compiled } from "./compile.ts";
import type { Trial } from "./trial.ts";

/**
 * Begins a trial with the routes of an earlier plan, as far as they still hold: what is gone is
 * skipped, and of a route that cannot be kept whole, errand by errand what can.
 */
export function resume(trial: Trial, from: Plan): void {
  const { problem } = trial.tours;
  const nodeOf = new Map(problem.stops.map((stop, node) => [keyOf(stop), node]));
  const indexOf = new Map(problem.problem.vehicles.map(({ id }, index) => [id, index]));
  const isTaken = new Set<number>();
  for (const { vehicle, steps } of from.routes) {
    const route = indexOf.get(vehicle);
    if (route === undefined || isTaken.has(route)) continue;
    isTaken.add(route);
    resumeRoute(trial, route, nodesOf(problem, route, steps, nodeOf));
  }
}

function nodesOf(
  problem: Compiled,
  route: number,
  steps: readonly Step[],
  nodeOf: ReadonlyMap<string, number>,
): number[] {
  return steps.flatMap(({ type, id }) => {
    if (type === "reload") return [problem.reloadNode[route] as number];
    if (!isStopType(type) || id === undefined) return [];
    const node = nodeOf.get(keyOf({ type, id }));
    const part = problem.parts[problem.errandOf[node ?? -1] ?? -1];
    return node === undefined || part?.isFrozen !== false ? [] : [node];
  });
}

function resumeRoute(trial: Trial, route: number, planned: readonly number[]): void {
  const { tours } = trial;
  const { frozen, errandOf, nodes: stops } = tours.problem;
  const own = frozen[route] ?? [];
  const whole = wholeErrands(trial, route, planned);
  const chosen = new Set(whole);
  if (whole.length === 0) return;
  const sequence = () => {
    const kept = planned.filter((node) => node >= stops || chosen.has(errandOf[node] as number));
    return [...own, ...tidied(trial, route, kept)];
  };
  if (trial.wouldHold(route, sequence())) {
    settle(trial, route, sequence(), whole);
    return;
  }
  chosen.clear();
  for (const errand of whole) {
    chosen.add(errand);
    if (!trial.wouldHold(route, sequence())) chosen.delete(errand);
  }
  if (chosen.size > 0) settle(trial, route, sequence(), [...chosen]);
}

function settle(
  trial: Trial,
  route: number,
  sequence: readonly number[],
  joining: readonly number[],
): void {
  if (trial.tours.length[route] === 0) trial.used++;
  trial.setSequence(route, sequence, joining);
}

/** Errands of which every free stop is on the route, in an order that could be, and not yet run. */
function wholeErrands(trial: Trial, route: number, planned: readonly number[]): number[] {
  const { errandOf, firstNode, nodes, suits, errands } = trial.tours.problem;
  const seen = new Set(planned.filter((node) => node < nodes).map((node) => errandOf[node] ?? -1));
  return [...seen].filter((errand) => {
    const first = firstNode[errand] as number;
    const past = firstNode[errand + 1] as number;
    const at = planned.flatMap((node, index) => (errandOf[node] === errand ? [index] : []));
    const lastAt = planned.indexOf(past - 1);
    const isWhole = at.length === past - first && at.every((index) => index <= lastAt);
    const isFree = trial.tours.routeOf[first] === -1;
    return isWhole && isFree && suits[route * errands + errand] === 1;
  });
}

/** Without the reloads that a vehicle may not make or that begin nothing. */
function tidied(trial: Trial, route: number, sequence: readonly number[]): number[] {
  const { nodes, mostReloads } = trial.tours.problem;
  let left = mostReloads[route] as number;
  const kept: number[] = [];
  sequence.forEach((node, index) => {
    if (node < nodes) {
      kept.push(node);
      return;
    }
    const isUseful = (sequence[index + 1] ?? nodes) < nodes;
    if (isUseful && left-- > 0) kept.push(node);
  });
  return kept;
}

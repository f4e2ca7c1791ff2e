import { keyOf, type Problem } from "./problem.ts";

/**
 * A problem without the errands that were called off, by one of their stops each ("job:7"). What
 * was frozen of them is not waited for any more.
 */
export function withoutErrands(problem: Problem, calledOff: ReadonlySet<string>): Problem {
  if (calledOff.size === 0) return problem;
  const isOff = (stops: Problem["errands"][number]["stops"]) =>
    stops.some((stop) => calledOff.has(keyOf(stop)));
  const gone = new Set(
    problem.errands.flatMap(({ stops }) => (isOff(stops) ? stops.map(keyOf) : [])),
  );
  return {
    ...problem,
    errands: problem.errands.filter(({ stops }) => !isOff(stops)),
    vehicles: problem.vehicles.map((vehicle) =>
      vehicle.frozen === undefined
        ? vehicle
        : { ...vehicle, frozen: vehicle.frozen.filter((key) => !gone.has(key)) },
    ),
  };
}

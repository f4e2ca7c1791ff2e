import type { Matrix } from "#domain/delivery/problem.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Distances between the places of a problem, by its number and the way of travelling. */
export type PlanDistances = ReadonlyMap<number, Readonly<Record<string, Matrix>>>;

/** Those of the newest planned problem of a cycle, and of these. */
export function planDistances(
  cycleId: CycleId,
  problems: readonly number[],
): Loader<PlanDistances> {
  return {
    statement: {
      sql: `SELECT p.number, m.profile, m.matrix FROM plan_problem p
        JOIN plan_matrix m ON m.problem_id = p.id
        WHERE p.cycle_id = ?1 AND (p.number IN (SELECT value FROM json_each(?2)) OR p.number = (
          SELECT max(o.number) FROM plan_problem o WHERE o.cycle_id = ?1
          AND EXISTS (SELECT 1 FROM plan_version WHERE problem_id = o.id)))`,
      args: [cycleId, JSON.stringify(problems)],
    },
    parse: (rows) => {
      const found = new Map<number, Record<string, Matrix>>();
      for (const row of rows) {
        const of = found.get(integer(row, 0)) ?? {};
        of[text(row, 1)] = JSON.parse(text(row, 2)) as Matrix;
        found.set(integer(row, 0), of);
      }
      return found;
    },
  };
}

import { expect, test } from "vitest";
import { check } from "#domain/delivery/check.ts";
import { planned, plannedVeronetta } from "#tests/veronetta-rounds.ts";
import { ownRounds } from "./baseline.ts";
import { plannedMetres } from "./figures.ts";

const { day, legend, problem, plan } = plannedVeronetta();
const own = ownRounds(day, legend, problem.matrices);

const metresOf = (driven: readonly { readonly metres: number }[]) =>
  driven.reduce((sum, { metres }) => sum + metres, 0);

test("each of the eleven producers alone drives farther, all in all, than all together", () => {
  expect(own).toHaveLength(11);
  const alone = own.map(({ problem: mine }) => {
    const best = planned(mine, 100);
    expect(check(mine, best).complaints).toEqual([]);
    expect(best.unassigned).toEqual([]);
    return metresOf(plannedMetres(mine, best));
  });
  const sum = alone.reduce((a, b) => a + b, 0);
  expect(sum).toBeGreaterThan(metresOf(plannedMetres(problem, plan)));
});

test("a producer alone brings its goods to the point at the hub, too", () => {
  const atHub = own.flatMap(({ problem: mine }) =>
    mine.errands.flatMap(({ stops }) => stops.filter(({ place }) => place === 0)),
  );
  expect(atHub.length).toBeGreaterThan(0);
});

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { app } from "#market/app.ts";
import { ballotRows } from "./ballots.ts";
import { cycleRows } from "./cycles.ts";
import { deliveryRows } from "./delivery.ts";
import { enterpriseRows } from "./enterprises.ts";
import { goodsRows } from "./goods.ts";
import { differences, isPage } from "./english.ts";
import { formFaults } from "./forms.ts";
import { expectedOf, tryRow } from "./judge.ts";
import { groupPageRows } from "./group-pages.ts";
import { groupRows } from "./groups.ts";
import { identityRows } from "./identity.ts";
import { letterRows } from "./letters.ts";
import { memberRows } from "./members.ts";
import { networkRows } from "./network.ts";
import { officerRows } from "./officers.ts";
import { orderRows } from "./orders.ts";
import { networkPageRows } from "./network-pages.ts";
import { ownPageRows } from "./own-pages.ts";
import { pageRows } from "./pages.ts";
import { peopleRows } from "./people.ts";
import { privacyRows } from "./privacy.ts";
import { planningRows } from "./planning.ts";
import { assemblyRows } from "./assemblies.ts";
import { ridePageRows } from "./rides.ts";
import { roundPageRows, roundRows } from "./rounds.ts";
import { problemRows } from "./problems.ts";
import { proposalPageRows } from "./proposal-pages.ts";
import { proposalRows } from "./proposals.ts";
import { COLUMNS, type Row, seesTheirs } from "./row.ts";
import { openWorld, type World } from "./world.ts";

/** Every route of the market, area by area, with whom it is open to. */
const areas: Readonly<Record<string, readonly Row[]>> = {
  network: networkRows,
  enterprises: enterpriseRows,
  people: peopleRows,
  groups: groupRows,
  identity: identityRows,
  officers: officerRows,
  privacy: privacyRows,
  goods: goodsRows,
  cycles: cycleRows,
  delivery: deliveryRows,
  orders: orderRows,
  planning: planningRows,
  problems: problemRows,
  rounds: roundRows,
  assemblies: assemblyRows,
  ballots: ballotRows,
  proposals: proposalRows,
  "proposal pages": proposalPageRows,
  members: memberRows,
  "round pages": roundPageRows,
  "ride pages": ridePageRows,
  letters: letterRows,
  pages: pageRows,
  "group pages": groupPageRows,
  "own pages": ownPageRows,
  "network pages": networkPageRows,
};
const rows = Object.values(areas).flat();

let world: World;
const failures: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  vi.spyOn(console, "error").mockImplementation((line: string) => void failures.push(line));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.market.close();
});

describe("whom each route is open to", () => {
  test("every route has one row, and every row a route", () => {
    const routes = app.routes.filter(({ method }) => method !== "ALL");
    const named = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(rows.map(({ route }) => route).toSorted()).toEqual([...named].toSorted());
  });

  describe.each(Object.entries(areas))("%s", (_, own) => {
    test.each(own)("$route", async (row) => {
      for (const column of COLUMNS) {
        const outcomes = await tryRow(world, row, column, failures);
        const { ours, theirs, absent } = outcomes;
        const verdicts = { ours: ours.verdict, theirs: theirs.verdict, absent: absent.verdict };
        expect({ column, ...verdicts }).toEqual({ column, ...expectedOf(row, column) });
        if (seesTheirs(row, column)) continue;
        expect({ column, said: absent.said }).toEqual({ column, said: theirs.said });
      }
    });
  });
});

describe("in English", () => {
  test.each(rows.filter(isPage))("$route says the same to the same people", async (row) => {
    expect(await differences(world, row)).toEqual([]);
  });
});

describe("forms", () => {
  test.each(rows.filter(isPage))("$route is done once, and refused aloud", async (row) => {
    expect(await formFaults(world, row)).toEqual([]);
  });
});

import { readProblem } from "#domain/delivery/read-problem.ts";
import { estimatedTable, FIRST_GUESS } from "#domain/delivery/roads/estimated-table.ts";
import { matrixOf } from "#domain/delivery/roads/road-table.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { weigh } from "#domain/delivery/plan-worth.ts";
import { type CivilDate, civilDate, fromRome, instant } from "#domain/kernel/instant.ts";
import { id, type PlanProblemId } from "#domain/kernel/ids.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { keepMatrix, planWork } from "#store/plan-work.ts";
import { savePlan } from "#store/plans.ts";
import { readBatch } from "#store/statement.ts";
import { countRounds } from "#market/rounds/count-rounds.ts";
import { openTrade } from "./trading.ts";

const vehicle = {
  kind: "cargo-bike",
  profile: "bike",
  capacityGrams: 80_000,
  capacityMillilitres: 320_000,
  capacityCrates: 1,
  coldCrates: 0,
  rangeMetres: null,
  tariff: { roundCents: 0, hourCents: 1800, kmCents: 10 },
};

/** Bread for three homes of which two have a door, closed, with two bikes of the hub on shift. */
export async function openDrivenWeek() {
  const trade = await openTrade([{ name: "pane", priceCents: 520, stockMilli: 90_000 }]);
  const { market, officer } = trade;
  market.database.exec(`UPDATE enterprise SET lat_microdegrees = 45430000,
    lon_microdegrees = 10960000`);
  const api = (method: string, path: string, body: object) =>
    market.call(method, `/api/v1${path}`, { token: officer, body });
  const orderHome = async (lonMicrodegrees: number) => {
    const order = await trade.order([["pane", 2]], { place: "home" });
    await api("PUT", `/orders/${order}/door`, { latMicrodegrees: 45_440_000, lonMicrodegrees });
    return order;
  };
  const homes = [await orderHome(11_005_000), await orderHome(11_009_000)];
  await trade.order([["pane", 1]], { place: "home" });
  market.time.now = Number(trade.rows("SELECT closes_at FROM cycle")[0]?.[0]);
  await trade.act("/closure");
  const day = civilDate(String(trade.rows("SELECT delivery_day FROM cycle")[0]?.[0]));
  const putOnShift = shifting(trade, day);
  const deliver = await putOnShift("Cargo 1", "deliver", [900, 1200]);
  const collect = await putOnShift("Cargo 2", "collect", [480, 720]);
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = market.env;
  const database = () => openDatabase({ url, token });
  return {
    ...trade,
    homes,
    day,
    shifts: { deliver, collect },
    api,
    database,
    putOnShift,
    /** Plans the newest problem as the planner does, with the crow's way. */
    planNewest: () => planNewest(trade, database()),
    /** Works out what the newest plan comes to, as cron does. */
    count: async () => {
      const now = instant(market.time.now);
      const ids = makeIds(now, "a secret of at least thirty-two characters");
      await countRounds({ database: database(), ids, now });
    },
  };
}

type Trade = Awaited<ReturnType<typeof openTrade>>;

/** Enters a bike of the hub and puts it on a shift, in minutes of the day; gives the shift. */
function shifting({ market, shop, officer, act }: Trade, date: CivilDate) {
  return async (name: string, task: string, minutes: readonly [number, number]) => {
    const body = { ...vehicle, name, enterpriseId: shop.hubId };
    const made = await market.call("POST", "/api/v1/vehicles", { token: officer, body });
    const [fromAt, toAt] = minutes.map((minuteOfDay) => fromRome({ date, minuteOfDay }));
    const shift = { vehicleId: made.body["vehicleId"], task, fromAt, toAt };
    return String((await act("/shifts", shift)).body["shiftId"]);
  };
}

export type DrivenWeek = Awaited<ReturnType<typeof openDrivenWeek>>;

async function planNewest(trade: Trade, opened: ReturnType<typeof openDatabase>): Promise<void> {
  const newest = "SELECT id FROM plan_problem ORDER BY number DESC LIMIT 1";
  const problemId = id<PlanProblemId>(String(trade.rows(newest)[0]?.[0]));
  const { work } = await readBatch(opened, { work: planWork(problemId) });
  if (work === null) throw new Error("nothing was asked");
  const at = instant(trade.market.time.now);
  const matrix = matrixOf(estimatedTable(work.places, FIRST_GUESS.bike));
  const read = readProblem({ ...(work.json as object), matrices: { bike: matrix } });
  if (!read.ok) throw new Error(read.refusal.field);
  const best = createSolver(read.value, 1, { total: 20 }).best();
  const weighed = weigh(read.value, best);
  if (weighed.kind === "wrong") throw new Error("the plan is wrong");
  const kept = { quality: "estimated", sources: "[]", madeAt: at, profile: "bike" } as const;
  const how = { source: "planner", seed: 1, rounds: 20, madeBy: "planner" } as const;
  const version = { problemId, number: 1, dropped: 0, checkedAt: at, savedAt: at };
  await opened.write([
    keepMatrix({ problemId, matrix: JSON.stringify(matrix), ...kept }),
    savePlan({ ...version, plan: JSON.stringify(best), ...weighed.worth, ...how }),
  ]);
  trade.market.database.exec(`UPDATE plan_problem SET state = 'solved' WHERE id = '${problemId}'`);
}

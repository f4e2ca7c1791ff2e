import { readFileSync } from "node:fs";
import type { RoundsDay } from "#domain/delivery/rounds/rounds-day.ts";
import { estimatedTable, FIRST_GUESS } from "#domain/delivery/roads/estimated-table.ts";
import { matrixOf } from "#domain/delivery/roads/road-table.ts";
import { FIRST_COLLECTION, FIRST_TERMS } from "#domain/delivery/rounds/round-terms.ts";
import {
  draftRounds,
  problemOfDraft,
  type RoundsDraft,
} from "#domain/delivery/rounds/make-rounds.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import type { Problem } from "#domain/delivery/problem.ts";
import { createSolver } from "#domain/delivery/solver/search.ts";
import { civilDate, fromRome, instantFromText } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";

interface Week {
  readonly producers: readonly {
    readonly id: string;
    readonly lat: number;
    readonly lon: number;
    readonly lead_days: number;
    readonly category: string;
  }[];
  readonly pickup_points: readonly {
    readonly id: string;
    readonly lat: number;
    readonly lon: number;
    readonly opens: string;
  }[];
  readonly households: readonly {
    readonly id: string;
    readonly lat: number;
    readonly lon: number;
    readonly fulfilment: string;
    readonly window: readonly [string, string] | null;
  }[];
  readonly products: readonly {
    readonly id: string;
    readonly producer: string;
    readonly kind: string;
    readonly net_grams?: number;
    readonly net_ml?: number;
    readonly nominal_grams?: number;
  }[];
  readonly hub: { readonly lat: number; readonly lon: number };
}

interface Expected {
  readonly lines: readonly {
    readonly household: string;
    readonly product: string;
    readonly delivered_milli: number;
  }[];
}

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(import.meta.resolve(`#tests/weeks/veronetta/${name}.json`)), "utf8"),
  );
const week = read("network") as Week;
const { lines } = read("expected") as Expected;

const deliveryDay = civilDate("2026-06-05");
const closesAt =
  instantFromText("2026-06-03T18:00:00Z") ?? fromRome({ date: deliveryDay, minuteOfDay: 0 });

const at = (minuteOfDay: number) => fromRome({ date: deliveryDay, minuteOfDay });
const point = ({ lat, lon }: { readonly lat: number; readonly lon: number }) => ({
  latMicrodegrees: Math.round(lat * 1_000_000),
  lonMicrodegrees: Math.round(lon * 1_000_000),
});
const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const tariff = (kmCents: number) => ({
  roundCents: cents(0),
  hourCents: cents(1800),
  kmCents: cents(kmCents),
});

/** A cargo bike: 80 kg in eight crates, two of them cold. */
export const cargoBike = {
  vehicleId: "bici",
  kind: "cargo-bike",
  profile: "bike" as const,
  capacityGrams: 80_000,
  capacityMillilitres: 320_000,
  capacityCrates: 8,
  coldCrates: 2,
  rangeMetres: 45_000,
  tariff: tariff(10),
};

const van = {
  vehicleId: "furgone",
  kind: "van-diesel",
  profile: "van" as const,
  capacityGrams: 900_000,
  capacityMillilitres: 5_000_000,
  capacityCrates: 60,
  coldCrates: 10,
  rangeMetres: null,
  tariff: tariff(45),
};

/** The sales week of Veronetta on its delivery day: two vans in the morning, two bikes after. */
function veronettaDay(): RoundsDay {
  return {
    deliveryDay,
    hub: point(week.hub),
    terms: FIRST_TERMS,
    fairnessCents: cents(0),
    orders: ordersOfWeek(),
    lines: carriedLines(),
    points: week.pickup_points.map(({ id, opens, ...place }) => ({
      pointId: id,
      ...point(place),
      opensMinute: minuteOf(opens),
    })),
    producers: week.producers.map(({ id, ...place }) => ({
      enterpriseId: id,
      door: point(place),
      brings: false,
      window: FIRST_COLLECTION,
      readyAt: closesAt,
    })),
    shifts: [
      { shiftId: "mattina-1", task: "collect", from: at(360), to: at(780), vehicle: van },
      { shiftId: "mattina-2", task: "collect", from: at(360), to: at(780), vehicle: van },
      { shiftId: "sera-1", task: "deliver", from: at(870), to: at(1260), vehicle: cargoBike },
      { shiftId: "sera-2", task: "deliver", from: at(870), to: at(1260), vehicle: cargoBike },
    ],
  };
}

function ordersOfWeek(): RoundsDay["orders"] {
  const ordered = new Set(lines.map(({ household }) => household));
  return week.households
    .filter(({ id }) => ordered.has(id))
    .map(({ id, fulfilment, window, ...home }) => ({
      orderId: id,
      place: fulfilment,
      door: fulfilment === "home" ? point(home) : null,
      window:
        window === null ? null : { fromMinute: minuteOf(window[0]), toMinute: minuteOf(window[1]) },
    }));
}

function carriedLines(): RoundsDay["lines"] {
  const products = new Map(week.products.map((product) => [product.id, product]));
  const shelves = new Map(week.producers.map(({ id, category }) => [id, [category]]));
  return lines.map(({ household, product, delivered_milli: quantity }) => {
    const told = products.get(product);
    const unit = told?.nominal_grams ?? told?.net_grams ?? told?.net_ml ?? 0;
    return {
      orderId: household,
      enterpriseId: told?.producer ?? "",
      quantityMilli: milli(quantity),
      loadGrams: told?.kind === "kg" ? quantity : Math.ceil((unit * quantity) / 1000),
      isByWeight: told?.kind === "kg",
      netMl: told?.net_ml ?? null,
      shelves: shelves.get(told?.producer ?? "") ?? [],
    };
  });
}

/** A draft with the crow's way between its places. */
function withGuessedRoads(draft: RoundsDraft) {
  const matrices = draft.profiles.map(
    (profile) => [profile, matrixOf(estimatedTable(draft.places, FIRST_GUESS[profile]))] as const,
  );
  return problemOfDraft(draft, Object.fromEntries(matrices));
}

/** The week's rounds as the planner leaves them after a short search. */
export function plannedVeronetta(day = veronettaDay()) {
  const draft = draftRounds(day);
  const problem = withGuessedRoads(draft);
  return { day, draft, legend: draft.legend, problem, plan: planned(problem) };
}

/** The best plan of a short search, always the same. */
export function planned(problem: Problem, rounds = 300): Plan {
  const solver = createSolver(problem, 1, { total: rounds });
  solver.step(rounds);
  return solver.best();
}

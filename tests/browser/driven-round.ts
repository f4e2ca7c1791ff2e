import type { OpenWeek } from "./open-week.ts";

/** A round on its day: a bike that brings crates to three points in two trips. */
export interface DrivenRound {
  readonly cycle: string;
  readonly shift: string;
  readonly vehicle: number;
}

const MINUTE = 60_000;
/** Identifiers have 26 characters, none of which is i, l, o or u. */
const named = (name: string) => `0${name}`.padEnd(26, "0");
const [CYCLE, SHIFT, VEHICLE, PLAN] = ["dr1ven", "sh1ft", "b1ke", "p1an"].map(named) as [
  string,
  string,
  string,
  string,
];

const BIKE = {
  id: VEHICLE,
  name: "Cargo bike 1",
  kind: "cargo-bike",
  profile: "bike",
  capacity_grams: 80_000,
  capacity_millilitres: 320_000,
  capacity_crates: 8,
  cold_crates: 2,
  round_cents: 0,
  hour_cents: 1800,
  km_cents: 10,
  made_at: 0,
};
const ASKED = {
  id: PLAN,
  cycle_id: CYCLE,
  number: 1,
  problem: "{}",
  state: "solved",
  due_at: 0,
  made_at: 0,
  made_by: "test",
};
const SEARCHED = {
  problem_id: PLAN,
  number: 1,
  dropped: 0,
  priority_sum: 0,
  unserved: 0,
  cost_milli: 1500,
  source: "planner",
  seed: 1,
  rounds: 100,
  made_by: "test",
};
/** The first point was closed. */
const IN_VAIN = {
  cycle_id: CYCLE,
  number: 1,
  kind: "failed",
  shift_id: SHIFT,
  subject: `order:${named("st0p1")}`,
  reason: "closed",
  actor: "test",
};

type Row = Readonly<Record<string, unknown>>;

/** Plants a round in a week's database, as if it was planned, and one stop told in vain. */
export function plantRound({ host, cycle: open }: OpenWeek): DrivenRound {
  const now = host.clock.now();
  const rows = (sql: string) => host.database.prepare(sql).raw().all([]) as unknown[][];
  const insert = (table: string, row: Row) =>
    host.database.exec(`INSERT INTO ${table} (${Object.keys(row).join(", ")})
      VALUES (${Object.values(row).map(written).join(", ")})`);
  const [[hub, day] = []] = rows(`SELECT hub_id, delivery_day FROM cycle WHERE id = '${open.id}'`);
  const points = rows("SELECT id, lat_microdegrees, lon_microdegrees FROM pickup_point LIMIT 3");
  for (const [table, row] of [...shiftOf(now, { hub, day }), ...planOf(now, { hub, points })]) {
    insert(table, row);
  }
  return { cycle: CYCLE, shift: SHIFT, vehicle: 1 };
}

function written(value: unknown): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : `'${value as string}'`;
}

/** Who drives what, in a week whose producers were told. */
function shiftOf(now: number, { hub, day }: Row): (readonly [string, Row])[] {
  const cycle = {
    id: CYCLE,
    code: "Giro di prova",
    hub_id: hub,
    opens_at: now - 9000 * MINUTE,
    closes_at: now - 600 * MINUTE,
    delivery_day: day,
    state: "sent",
    created_at: 0,
  };
  const shift = {
    id: SHIFT,
    cycle_id: CYCLE,
    vehicle_id: VEHICLE,
    task: "deliver",
    from_at: now - 60 * MINUTE,
    to_at: now + 240 * MINUTE,
    made_at: 0,
    made_by: "test",
  };
  return [
    ["vehicle", { ...BIKE, enterprise_id: hub }],
    ["cycle", cycle],
    ["courier_shift", shift],
  ];
}

/** What was planned of it, and that the first point was closed. */
function planOf(
  now: number,
  { hub, points }: { readonly hub: unknown; readonly points: readonly (readonly unknown[])[] },
): (readonly [string, Row])[] {
  const place = (index: number, lat: unknown, lon: unknown) =>
    [
      "plan_place",
      { problem_id: PLAN, place: index, lat_microdegrees: lat, lon_microdegrees: lon },
    ] as const;
  const plan = JSON.stringify(planAt(now, points.length));
  const driver = { problem_id: PLAN, vehicle: 1, name: "Cargo bike 1", enterprise_id: hub };
  return [
    ["plan_problem", ASKED],
    place(0, 45_430_000, 10_985_000),
    ...points.map(([, lat, lon], index) => place(index + 1, lat, lon)),
    ["plan_vehicle", driver],
    ["round_legend", { problem_id: PLAN, legend: JSON.stringify(legendOf(points)) }],
    ["plan_version", { ...SEARCHED, plan, checked_at: now, saved_at: now }],
    ["round_event", { ...IN_VAIN, at: now }],
  ];
}

function legendOf(points: readonly (readonly unknown[])[]) {
  return {
    places: [{ kind: "hub", ref: "" }, ...points.map(([id]) => ({ kind: "point", ref: id }))],
    stops: points.map((_, index) => ({
      id: index + 1,
      kind: "point",
      ref: named(`st0p${index + 1}`),
      place: index + 1,
      grams: 12_400,
      crates: 3,
      coldCrates: 1,
    })),
    vehicles: [{ id: 1, shiftId: SHIFT, vehicleKind: "cargo-bike", task: "deliver" }],
    leftOut: [],
  };
}

/** Two points, back to the hub, and what is left. */
function planAt(now: number, points: number) {
  const at = (minutes: number) => Math.floor((now + minutes * MINUTE) / 1000);
  const step = (type: string, place: number, minutes: number) => {
    return { type, place, arrival: at(minutes), waiting: 0, setup: 0, service: 120, load: [] };
  };
  const stops = Array.from({ length: points }, (_, index) => ({
    ...step("job", index + 1, 10 + 20 * index),
    id: index + 1,
  }));
  const steps = [
    step("start", 0, 0),
    ...stops.slice(0, 2),
    step("reload", 0, 45),
    ...stops.slice(2),
    step("end", 0, 90),
  ];
  return { routes: [{ vehicle: 1, steps }], unassigned: [] };
}

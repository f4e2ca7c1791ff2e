import * as v from "valibot";
import { count } from "#market/edge/schemas.ts";

/**
 * What is to be planned, in VROOM's words and ours (docs/planner.md). What a field means, and what
 * fits what, is `readDraft`'s to say: here each field is only named and bounded.
 */

/** A day has a few hundred stops; what is beyond is no round of a city. */
export const MOST_STOPS = 2000;
export const MOST_VEHICLES = 200;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(4e9));
const few = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));
const amounts = v.exactOptional(few(whole, 20));
const optional = v.exactOptional(whole);
const windows = v.exactOptional(few(v.tuple([whole, whole]), 20));
const perType = v.exactOptional(v.record(v.pipe(v.string(), v.maxLength(60)), whole));
const stopKind = v.picklist(["job", "pickup", "delivery"]);

const place = {
  id: whole,
  location_index: count,
  setup: optional,
  service: optional,
  setup_per_type: perType,
  service_per_type: perType,
  time_windows: windows,
};
const errand = {
  skills: amounts,
  priority: optional,
  vehicle: optional,
  max_ride: optional,
  planned: v.exactOptional(v.strictObject({ vehicle: optional, time: optional })),
};

const Job = v.strictObject({
  ...place,
  ...errand,
  delivery: amounts,
  pickup: amounts,
  release: optional,
  aboard: v.exactOptional(v.strictObject({ since: optional })),
});
const Shipment = v.strictObject({
  ...errand,
  amount: amounts,
  pickup: v.exactOptional(v.strictObject(place)),
  pickups: v.exactOptional(few(v.strictObject({ ...place, amount: amounts }), 50)),
  delivery: v.strictObject(place),
  returns: amounts,
  aboard: v.exactOptional(v.strictObject({ since: optional, amount: amounts })),
});

const Break = v.strictObject({
  id: whole,
  time_windows: windows,
  service: optional,
  max_load: amounts,
});
const Vehicle = v.strictObject({
  id: whole,
  profile: v.picklist(["bike", "van"]),
  type: v.exactOptional(v.pipe(v.string(), v.maxLength(60))),
  start_index: v.exactOptional(count),
  end_index: v.exactOptional(count),
  capacity: amounts,
  skills: amounts,
  time_window: v.exactOptional(v.tuple([whole, whole])),
  breaks: v.exactOptional(few(Break, 10)),
  max_tasks: optional,
  max_travel_time: optional,
  max_distance: optional,
  costs: v.exactOptional(
    v.strictObject({
      fixed: optional,
      per_hour: optional,
      per_km: optional,
      per_task_hour: optional,
    }),
  ),
  reload: v.exactOptional(
    v.strictObject({ location_index: count, service: optional, max: optional }),
  ),
  frozen: v.exactOptional(few(v.strictObject({ type: stopKind, id: whole }), MOST_STOPS)),
  paid_before: optional,
  crew: optional,
});

/** The fields of a problem without its distances. */
export const PROBLEM = {
  vehicles: few(Vehicle, MOST_VEHICLES),
  jobs: v.exactOptional(few(Job, MOST_STOPS)),
  shipments: v.exactOptional(few(Shipment, MOST_STOPS)),
  stability: v.exactOptional(
    v.strictObject({ moved: optional, shifted: optional, tolerance: optional }),
  ),
  fairness: v.exactOptional(v.strictObject({ per_hour: whole })),
};

const row = v.array(v.nullable(whole));
/** Seconds and metres from each place to each; null where no way leads. */
export const Matrices = v.record(
  v.string(),
  v.object({ durations: v.array(row), distances: v.array(row) }),
);

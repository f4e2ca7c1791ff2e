import * as v from "valibot";
import type { RoadProfile } from "#domain/delivery/roads/road-graph.ts";
import type { EarthPoint } from "#domain/kernel/earth.ts";

/** Where a service of roads answers, as the operator sets it. */
export interface RoadPlace {
  /** May hold `{profile}`, where each way of travelling has a server of its own. */
  readonly url: string;
  readonly key: string | undefined;
}

/** Ways from each of some places to each of some others. */
export interface RoadAsked {
  readonly profile: RoadProfile;
  readonly from: readonly EarthPoint[];
  readonly to: readonly EarthPoint[];
}

/** Tables as services give them: seconds and metres with fractions, `null` where no way leads. */
export interface RoadTables {
  readonly seconds: Rows;
  readonly metres: Rows;
}

/** Rows of a table, as most services write them. */
export const RowsRead = v.array(v.array(v.nullable(v.number())));
export type Rows = v.InferOutput<typeof RowsRead>;

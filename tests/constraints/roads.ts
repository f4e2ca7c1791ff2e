import { checksOf, type Row, type Trial } from "./attempt.ts";

const cell: Row = {
  profile: "bike",
  source: "osrm 1",
  from_place: "4543840,1099310",
  to_place: "4544010,1099870",
  seconds: 120,
  metres: 480,
  known_at: 5000,
};

/** What is known of the streets. */
export const roadsTrial: Trial = {
  samples: [{ table: "road_cell", seeds: [cell], fresh: { ...cell, profile: "van" } }],
  checks: checksOf("road_cell", [
    ["road_cell_profile_said", { profile: "" }],
    ["road_cell_source_said", { source: "" }],
    ["road_cell_seconds_or_no_way", { seconds: -2, metres: -1 }],
    ["road_cell_known_at_instant", { known_at: -1 }],
    ["road_cell_known_wholly", { seconds: -1 }],
    ["road_cell_known_wholly", { metres: -1 }],
    ["road_cell_known_wholly", { metres: -2 }],
  ]),
  refusals: [],
  effects: [],
};

import { checksOf, type Row, type Trial } from "./attempt.ts";

const rise: Row = {
  cycle_id: "week-23",
  round: 3,
  offer_id: "offer-1",
  from_milli: 4000,
  to_milli: 5000,
  at: 1000,
};

/** What was wanted more while boxes were completed. */
export const completionsTrial: Trial = {
  samples: [{ table: "completion_rise", seeds: [rise], fresh: { ...rise, from_milli: 4500 } }],
  checks: checksOf("completion_rise", [
    ["completion_rise_round_counts", { round: 0 }],
    ["completion_rise_from_positive", { from_milli: -1 }],
    ["completion_rise_rises", { to_milli: 4500 }],
  ]),
  refusals: [],
  effects: [],
};

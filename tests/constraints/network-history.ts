import { checksOf, fixed, insert, replace, type Row, type Trial } from "./attempt.ts";

const change: Row = {
  number: 1,
  field: "seat",
  said_before: null,
  says_now: "via XX Settembre 1, Verona",
  changed_at: 1000,
  changed_by: "person:anna",
};

export const networkHistoryTrial: Trial = {
  samples: [
    {
      table: "network_change",
      seeds: [change],
      fresh: { ...change, number: 2, says_now: "Zevio" },
    },
  ],
  checks: checksOf("network_change", [
    ["network_change_counts_from_one", { number: 0 }],
    ["network_change_field_known", { field: "currency" }],
    ["network_change_at_instant", { changed_at: -1 }],
    ["network_change_by_someone", { changed_by: "" }],
    ["network_change_changes", { says_now: null }],
  ]),
  refusals: [
    ...fixed("network_change", "says_now", "refused:history-fixed"),
    {
      trigger: "network_change_follows",
      says: "refused:network-changed",
      title: "a change takes the place of no other",
      by: [insert("network_change", { ...change, says_now: "Zevio" })],
    },
    {
      trigger: "network_change_follows",
      says: "refused:network-changed",
      title: "nor by replacing it",
      by: [replace("network_change", { ...change, says_now: "Zevio" })],
    },
  ],
  effects: [],
};

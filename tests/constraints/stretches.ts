import { checksOf, fixed, insert, type Row, type Trial } from "./attempt.ts";

const refused = "refused:ledger-fixed";
const fresh: Row = { first_id: 2, business_date: "2026-06-05", hour: 0 };

/** The journal cut by days and hours; the ledger's two postings are of one day and one hour. */
export const stretchesTrial: Trial = {
  samples: [{ table: "ledger_stretch", seeds: [], fresh }],
  checks: checksOf("ledger_stretch", [
    ["ledger_stretch_business_date_is_day", { business_date: "2026-02-30" }],
  ]),
  refusals: [
    ...fixed("ledger_stretch", "hour", refused),
    {
      trigger: "ledger_stretch_begins",
      says: refused,
      title: "a stretch begins only where the day or the hour changes",
      by: [insert("ledger_stretch", fresh)],
    },
  ],
  effects: [],
};

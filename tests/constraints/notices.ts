import { checksOf, insert, type Row, type Sample, statement, type Trial } from "./attempt.ts";

const choice: Row = {
  holder: "anna",
  notice: "week-opens",
  wanted: 1,
  channel: "page",
  chosen_at: 1000,
};

const told: Row = {
  cycle_id: "week-23",
  notice: "week-opens",
  reached: "anna",
  at: 1000,
  finished_at: null,
};
const finished: Row = { ...told, notice: "pickup-day", finished_at: 1000 };

const samples: readonly Sample[] = [
  { table: "notice_choice", seeds: [choice], fresh: { ...choice, notice: "low-credit" } },
  {
    table: "cycle_notice",
    seeds: [told, finished],
    fresh: { ...told, notice: "closing-soon" },
  },
];

const says = "refused:notice-told";
const on = (change: string, notice: string) =>
  statement(`UPDATE cycle_notice SET ${change} WHERE notice = '${notice}'`);

export const noticesTrial: Trial = {
  samples,
  checks: [
    ...checksOf("notice_choice", [
      ["notice_choice_holder_sized", { holder: "a" }],
      ["notice_choice_holder_sized", { holder: "a".repeat(255) }],
      ["notice_choice_notice_known", { notice: "order-placed" }],
      ["notice_choice_wanted_or_not", { wanted: 2 }],
      ["notice_choice_channel_known", { channel: "phone" }],
      ["notice_choice_chosen_at_instant", { chosen_at: -1 }],
    ]),
    ...checksOf("cycle_notice", [
      ["cycle_notice_notice_known", { notice: "low-credit" }],
      ["cycle_notice_at_instant", { at: -1 }],
      ["cycle_notice_finished_in_time", { finished_at: 999 }],
    ]),
  ],
  refusals: [
    {
      trigger: "cycle_notice_begins",
      says,
      title: "what went out does not begin again",
      by: [insert("cycle_notice", told)],
    },
    {
      trigger: "cycle_notice_goes_on",
      says,
      title: "nobody is reached twice",
      by: [on("reached = 'anna'", "week-opens")],
    },
    {
      trigger: "cycle_notice_goes_on",
      says,
      title: "it never goes back",
      by: [on("reached = 'aldo'", "week-opens")],
    },
    {
      trigger: "cycle_notice_goes_on",
      says,
      title: "what is finished does not go on",
      by: [on("reached = 'bruno'", "pickup-day")],
    },
    {
      trigger: "cycle_notice_remains",
      says,
      title: "what went out is not forgotten",
      by: [statement("DELETE FROM cycle_notice")],
    },
  ],
  effects: [],
};

import type { PlanningTexts } from "#frontend/texts/it/planning.ts";

/** Planning rounds, in English. */
export const planning: PlanningTexts = {
  here: {
    why: "Rounds can be planned on this computer too: the network checks the plan before it is saved.",
    go: "Plan on this computer",
    working: "Planning: #%",
    saved: "Version # is saved.",
    failed: "That did not work: the page stays as it was. Try again in a while.",
    no: {
      "plan-not-measured": "Distances are still being worked out: try again in a minute.",
      "plan-not-better": "The plan that is there is at least as good already.",
      "plan-set-aside": "This plan was set aside: ask for a new one.",
      "changed-meanwhile": "Meanwhile the round has changed: reload and try again.",
      "plan-unsound": "Meanwhile the round has changed: reload and try again.",
    },
  },
};

import { MOST_ARTICLE_CHARACTERS } from "./statute.ts";

/** The rules on deciding itself, and the articles of the statute: a text each. */
export const GOVERNANCE_RULES = [
  // What officers may still decide without a vote (`officers-power.ts`).
  {
    key: "rules-by-officers",
    area: "government",
    unit: "choice",
    default: "until-first-vote",
    choices: ["until-first-vote", "urgently", "never"],
    subject: "network",
    baseInstant: "now",
    policy: "statute",
    timelockDays: 15,
    affects: ["members"],
  },
  {
    key: "statute",
    area: "statute",
    unit: "text",
    default: "",
    least: 0,
    most: MOST_ARTICLE_CHARACTERS,
    subject: "article",
    baseInstant: "now",
    policy: "statute",
    timelockDays: 15,
    affects: ["members"],
  },
] as const;

/** What members decide of their shares. The bounds are the law's (art. 2525 c.1 c.c.). */
export const MEMBERSHIP_RULES = [
  // What one share is worth.
  {
    key: "share-nominal",
    area: "government",
    unit: "cents",
    default: "2500",
    least: 2500,
    most: 50_000,
    subject: "network",
    baseInstant: "now",
    policy: "statute",
    timelockDays: 15,
    affects: ["members"],
  },
] as const;

/** What a network that was set up before the rule existed goes by. */
export const DEFAULT_NOMINAL_CENTS = 2500;

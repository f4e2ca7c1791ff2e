/** The rules on rounds that members can change. */
export const DELIVERY_RULES = [
  // How what the rounds cost is shared among the producers whose goods they carry: in proportion to
  // what a round of its own would cost each, or by what each adds to the common one (Shapley).
  {
    key: "delivery-sharing",
    area: "prices",
    unit: "choice",
    default: "own-cost",
    choices: ["own-cost", "added-cost"],
    subject: "network",
    baseInstant: "close",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers"],
  },
  // What an hour may cost by which couriers' paid time is off their shares: the more, the more
  // evenly hours are shared among who drives, and the longer the rounds may get.
  {
    key: "courier-fairness",
    area: "prices",
    unit: "cents",
    default: "600",
    least: 0,
    most: 10_000,
    subject: "network",
    baseInstant: "close",
    policy: "rules",
    timelockDays: 7,
    affects: ["members"],
  },
] as const;

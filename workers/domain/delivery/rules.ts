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
] as const;

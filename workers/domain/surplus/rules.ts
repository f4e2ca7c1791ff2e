/**
 * The rules by which a year's surplus is divided. The closing of a year reads the version in force
 * on its first day, so that nobody changes the shares of a year that has begun (art. 2545-sexies
 * c.c.); a network decides them before the first closing asks for them. They belong to the statute
 * (art. 2521 c.3 n.8 c.c.) and are changed as it is.
 */
export const SURPLUS_RULES = [
  {
    key: "surplus-reserve",
    area: "surplus",
    unit: "basis-points",
    default: "3000",
    most: 9700,
    legalFloor: "reserve",
    subject: "network",
    baseInstant: "year",
    policy: "statute",
    timelockDays: 15,
    affects: ["members"],
  },
  {
    key: "surplus-mutual-fund",
    area: "surplus",
    unit: "basis-points",
    default: "300",
    most: 7000,
    legalFloor: "mutualFund",
    subject: "network",
    baseInstant: "year",
    policy: "statute",
    timelockDays: 15,
    affects: ["members"],
  },
] as const;

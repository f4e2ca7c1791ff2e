import { type BasisPoints, basisPoints } from "#domain/kernel/quantity.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";
import { PRIVACY_RULES } from "./privacy-rules.ts";

/** The rules of trade that members can change. Governance collects them (DESIGN §6 law 5). */
export const TRADE_RULES = [
  {
    key: "network-fee",
    area: "prices",
    unit: "basis-points",
    default: "600",
    least: 0,
    most: 5000,
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 30,
    affects: ["producers", "buyers"],
  },
  {
    key: "delivery-fee",
    area: "prices",
    unit: "cents",
    default: "350",
    least: 0,
    most: 10_000,
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 7,
    affects: ["buyers"],
  },
  {
    key: "wallet-floor",
    area: "payments",
    unit: "cents",
    default: "0",
    least: -1_000_000,
    most: 1_000_000,
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 7,
    affects: ["buyers"],
  },
  {
    key: "card-hold",
    area: "payments",
    unit: "basis-points",
    default: "11500",
    least: 10_000,
    most: 30_000,
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 7,
    affects: ["buyers"],
  },
  {
    key: "allocation-strategy",
    area: "orders",
    unit: "choice",
    default: "first-come",
    choices: ["first-come", "proportional", "equal-cost"],
    subject: "network",
    baseInstant: "close",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers", "buyers"],
  },
  {
    key: "producer-minimum",
    area: "orders",
    unit: "cents",
    default: "0",
    least: 0,
    most: 100_000_000,
    subject: "enterprise",
    baseInstant: "close",
    policy: null,
    timelockDays: 15,
    affects: ["producers", "buyers"],
  },
  {
    key: "checkout-minutes",
    area: "orders",
    unit: "minutes",
    default: "15",
    least: 1,
    most: 60,
    subject: "network",
    baseInstant: "now",
    policy: "rules",
    timelockDays: 7,
    affects: ["buyers"],
  },
  // How long a hub can look at a close, and open the cycle again, before producers are told.
  {
    key: "dispatch-minutes",
    area: "orders",
    unit: "minutes",
    default: "60",
    least: 0,
    most: 10_080,
    subject: "network",
    baseInstant: "close",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers"],
  },
  // For how long a closed cycle may let people complete its boxes.
  {
    key: "completion-minutes",
    area: "orders",
    unit: "minutes",
    default: "1440",
    least: 5,
    most: 10_080,
    subject: "network",
    baseInstant: "now",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers", "buyers"],
  },
  // How many days after delivery an order is charged by itself: until then it is weighed again.
  {
    key: "settlement-days",
    area: "payments",
    unit: "days",
    default: "1",
    least: 0,
    most: 30,
    subject: "network",
    baseInstant: "close",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers", "buyers"],
  },
  // For how long after the crate was handed over a problem with it can be reported.
  {
    key: "problem-days",
    area: "problems",
    unit: "days",
    default: "7",
    least: 1,
    most: 60,
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers", "buyers"],
  },
  // Who bears what is given back when a problem is accepted.
  {
    key: "refund-borne-by",
    area: "problems",
    unit: "choice",
    default: "producer",
    choices: ["producer", "network"],
    subject: "network",
    baseInstant: "placing",
    policy: "rules",
    timelockDays: 15,
    affects: ["producers", "buyers"],
  },
  // How long after its opening a cycle turns standing lists into orders.
  {
    key: "standing-minutes",
    area: "orders",
    unit: "minutes",
    default: "60",
    least: 0,
    most: 2880,
    subject: "network",
    baseInstant: "now",
    policy: "rules",
    timelockDays: 7,
    affects: ["buyers"],
  },
  ...PRIVACY_RULES,
] as const;

export type TradeRuleKey = (typeof TRADE_RULES)[number]["key"];
export type AllocationStrategy = "first-come" | "proportional" | "equal-cost";

/** The values an order is placed under, and the versions that gave them. */
export interface TermsOfTrade {
  readonly networkFee: BasisPoints;
  readonly deliveryFee: Cents;
  readonly walletFloor: Cents;
  readonly cardHold: BasisPoints;
  readonly checkoutMinutes: number;
  readonly versions: Readonly<Record<string, number>>;
}

/** Reads the terms from the numbers in force. */
export function termsOfTrade(
  value: (key: TradeRuleKey) => { readonly number: number; readonly version: number },
): TermsOfTrade {
  const keys = ["network-fee", "delivery-fee", "wallet-floor", "card-hold"] as const;
  return {
    networkFee: basisPoints(value("network-fee").number),
    deliveryFee: cents(value("delivery-fee").number),
    walletFloor: cents(value("wallet-floor").number),
    cardHold: basisPoints(value("card-hold").number),
    checkoutMinutes: value("checkout-minutes").number,
    versions: Object.fromEntries(keys.map((key) => [key, value(key).version])),
  };
}

import { type BasisPoints, basisPoints } from "#domain/kernel/quantity.ts";
import { type Cents, cents } from "#domain/kernel/money.ts";

/** The rules of trade that members can change. Governance collects them (DESIGN §6 law 5). */
export const TRADE_RULES = [
  {
    key: "network-fee",
    unit: "basis-points",
    default: "600",
    least: 0,
    most: 5000,
    subject: "network",
    baseInstant: "placing",
  },
  {
    key: "delivery-fee",
    unit: "cents",
    default: "350",
    least: 0,
    most: 10_000,
    subject: "network",
    baseInstant: "placing",
  },
  {
    key: "wallet-floor",
    unit: "cents",
    default: "0",
    least: -1_000_000,
    most: 1_000_000,
    subject: "network",
    baseInstant: "placing",
  },
  {
    key: "card-hold",
    unit: "basis-points",
    default: "11500",
    least: 10_000,
    most: 30_000,
    subject: "network",
    baseInstant: "placing",
  },
  {
    key: "allocation-strategy",
    unit: "choice",
    default: "first-come",
    choices: ["first-come", "proportional", "equal-cost"],
    subject: "network",
    baseInstant: "close",
  },
  {
    key: "producer-minimum",
    unit: "cents",
    default: "0",
    least: 0,
    most: 100_000_000,
    subject: "enterprise",
    baseInstant: "close",
  },
  {
    key: "checkout-minutes",
    unit: "minutes",
    default: "15",
    least: 1,
    most: 60,
    subject: "network",
    baseInstant: "now",
  },
  // How long a hub can look at a close, and open the cycle again, before producers are told.
  {
    key: "dispatch-minutes",
    unit: "minutes",
    default: "60",
    least: 0,
    most: 10_080,
    subject: "network",
    baseInstant: "close",
  },
  // For how long a closed cycle may let people complete its boxes.
  {
    key: "completion-minutes",
    unit: "minutes",
    default: "1440",
    least: 5,
    most: 10_080,
    subject: "network",
    baseInstant: "now",
  },
  // How many days after delivery an order is charged by itself: until then it is weighed again.
  {
    key: "settlement-days",
    unit: "days",
    default: "1",
    least: 0,
    most: 30,
    subject: "network",
    baseInstant: "close",
  },
  // For how long a guest's link opens its order.
  {
    key: "order-link-days",
    unit: "days",
    default: "60",
    least: 7,
    most: 3650,
    subject: "network",
    baseInstant: "placing",
  },
  // After how many days an order that is over forgets the name and address given with it.
  {
    key: "guest-contact-days",
    unit: "days",
    default: "90",
    least: 30,
    most: 730,
    subject: "network",
    baseInstant: "now",
  },
  // Whether a producer reads the names of those who order from it; addresses it never reads.
  {
    key: "producer-sees-names",
    unit: "choice",
    default: "no",
    choices: ["no", "yes"],
    subject: "network",
    baseInstant: "placing",
  },
  // For how long after the crate was handed over a problem with it can be reported.
  {
    key: "problem-days",
    unit: "days",
    default: "7",
    least: 1,
    most: 60,
    subject: "network",
    baseInstant: "placing",
  },
  // Who bears what is given back when a problem is accepted.
  {
    key: "refund-borne-by",
    unit: "choice",
    default: "producer",
    choices: ["producer", "network"],
    subject: "network",
    baseInstant: "placing",
  },
  // Whether the public figures name each producer with its sales; else they are told of together.
  {
    key: "producer-sales-public",
    unit: "choice",
    default: "no",
    choices: ["no", "yes"],
    subject: "network",
    baseInstant: "now",
  },
  // Whether the households of a group read each other's names among those who ordered.
  {
    key: "group-sees-names",
    unit: "choice",
    default: "no",
    choices: ["no", "yes"],
    subject: "network",
    baseInstant: "placing",
  },
  // How long after its opening a cycle turns standing lists into orders.
  {
    key: "standing-minutes",
    unit: "minutes",
    default: "60",
    least: 0,
    most: 2880,
    subject: "network",
    baseInstant: "now",
  },
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

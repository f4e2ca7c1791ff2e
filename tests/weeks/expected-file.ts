/** The shape of `expected.json`: every figure that a sales week ends in. */

export type LineStatus =
  | "cancelled_minimum"
  | "not_delivered"
  | "short_delivered"
  | "cut_by_box"
  | "partly_cut_by_box"
  | "delivered";

export interface ExpectedLine {
  readonly id: string;
  readonly seq: number;
  readonly household: string;
  readonly product: string;
  readonly qty_milli: number;
  readonly tolerance_milli: number;
  readonly allocated_milli: number;
  readonly status: LineStatus;
  readonly delivered_milli: number;
  /** There if and only if the product is variable and some of it was delivered. */
  readonly actual_grams?: number;
  readonly estimated_cents: number;
  readonly final_cents: number;
}

export interface ExpectedPurchase {
  readonly product: string;
  readonly demand_milli: number;
  readonly tolerance_milli: number;
  /** null when the product is sold loose and its producer was not cancelled. */
  readonly boxes: number | null;
  readonly ordered_milli: number;
}

export interface VatOfProducer {
  readonly gross_cents: number;
  readonly vat_cents: number;
  readonly net_cents: number;
}

export interface ExpectedProducer {
  readonly producer: string;
  readonly lines: number;
  readonly min_order_cents: number;
  readonly ordered_gross_cents: number;
  readonly status: "no_orders" | "cancelled_minimum" | "delivered";
  readonly delivered_gross_cents: number;
  readonly network_fee_cents: number;
  readonly payout_cents: number;
  /** By rate, as text; rates with gross 0 are left out. */
  readonly vat: Readonly<Record<string, VatOfProducer>>;
}

export interface ExpectedHousehold {
  readonly household: string;
  readonly lines: number;
  readonly goods_estimated_cents: number;
  readonly checkout_total_cents: number;
  readonly hold_cents: number;
  readonly goods_final_cents: number;
  readonly delivery_fee_cents: number;
  readonly final_total_cents: number;
  readonly difference_cents: number;
  /** The two wallet figures are there only for households that pay by wallet. */
  readonly wallet_opening_cents?: number;
  readonly wallet_closing_cents?: number;
}

export interface FulfilmentTotals {
  readonly orders: number;
  readonly lines: number;
  readonly grams_approx: number;
}

export interface ExpectedTotals {
  readonly households: number;
  readonly order_lines: number;
  readonly producers_in_network: number;
  readonly producers_with_orders: number;
  readonly products: number;
  readonly products_ordered: number;
  readonly goods_estimated_cents: number;
  readonly goods_final_cents: number;
  readonly delivery_fees_cents: number;
  readonly collected_cents: number;
  readonly card_captured_cents: number;
  readonly card_orders: number;
  readonly card_holds_cents: number;
  readonly wallet_debited_cents: number;
  readonly wallet_orders: number;
  readonly network_fee_cents: number;
  readonly producer_payouts_cents: number;
  /** Only the statuses that occur. */
  readonly lines_by_status: Partial<Readonly<Record<LineStatus, number>>>;
  readonly home_drops: number;
  readonly orders_up: number;
  readonly orders_down: number;
  readonly orders_same: number;
  /** One entry per rate found in the network's products. */
  readonly vat: Readonly<Record<string, Omit<VatOfProducer, "net_cents">>>;
  /** One entry per pickup point, and `home`. */
  readonly by_fulfilment: Readonly<Record<string, FulfilmentTotals>>;
}

export interface ExpectedAttempt {
  readonly id: string;
  readonly accepted: boolean;
  readonly balance_after_cents: number;
}

export interface ExpectedWeek {
  /** Text for people; no figure. */
  readonly rules?: readonly string[];
  readonly totals: ExpectedTotals;
  readonly purchase: readonly ExpectedPurchase[];
  readonly producers: readonly ExpectedProducer[];
  readonly households: readonly ExpectedHousehold[];
  readonly lines: readonly ExpectedLine[];
  readonly attempts?: readonly ExpectedAttempt[];
}

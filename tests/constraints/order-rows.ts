import {
  digestOf,
  insert,
  type Row,
  statement,
  type TriggerEffect,
  type RefusalAttempt,
} from "./attempt.ts";

/** An order of the Rossi family, paid from the wallet, for the porch. */
export const anOrder: Row = {
  id: "order-1",
  code: "F-1",
  cycle_id: "week-23",
  household_id: "rossi",
  link_digest: digestOf("a"),
  place: "porch",
  slot_id: "evening",
  payment: "wallet",
  delivery_fee_cents: 200,
  card_hold_basis_points: 1000,
  network_fee_basis_points: 650,
  rules: "{}",
  hold_id: null,
  hold_ref: null,
  hold_cents: 0,
  placed_at: 1000,
  placed_by: "rossi",
  language: "it",
  version: 0,
  lines: 0,
  goods_estimated_cents: 0,
  goods_hold_cents: 0,
  goods_final_cents: 0,
  deposits_cents: 0,
  refunded_cents: 0,
  cancelled_at: null,
  handed_out_at: null,
  settled_at: null,
  final_fee_cents: null,
  final_total_cents: null,
  captured_cents: null,
  person_id: null,
};

/** Its first line, as a line starts. */
export const aLine: Row = {
  id: "line-1",
  order_id: "order-1",
  cycle_id: "week-23",
  offer_id: "offer-1",
  enterprise_id: "malga",
  seq: 1,
  version: 0,
  status: "new",
  wanted_milli: 0,
  tolerance_milli: 0,
  allocated_milli: null,
  lost_milli: 0,
  delivered_milli: null,
  actual_grams: null,
  estimated_cents: 0,
  hold_cents: 0,
  final_cents: null,
  deposit_cents: 0,
  load_grams: 0,
  refunded_cents: 0,
};

/** The line wants three wheels of about 300 g. */
export const anEvent: Row = {
  line_id: "line-1",
  number: 1,
  kind: "wanted",
  at: 1000,
  actor: "rossi",
  reason: "",
  status: "ordered",
  wanted_milli: 3000,
  tolerance_milli: 0,
  allocated_milli: null,
  lost_milli: 0,
  delivered_milli: null,
  actual_grams: null,
  estimated_cents: 1701,
  hold_cents: 1871,
  final_cents: null,
  deposit_cents: 30,
  load_grams: 900,
  refunded_cents: 0,
};

/** The order was charged. */
export const settled = statement(
  `UPDATE customer_order SET settled_at = 9000, final_fee_cents = 0, final_total_cents = 30
    WHERE id = 'order-1'`,
);
/** The order went over the counter. */
const handOut = statement("UPDATE customer_order SET handed_out_at = 8000 WHERE id = 'order-1'");
/** The order was changed. */
const nextVersion = statement("UPDATE customer_order SET version = 1 WHERE id = 'order-1'");

/** What is refused to an order as a whole. */
export const orderRefusals: readonly RefusalAttempt[] = [
  {
    trigger: "customer_order_settles_once",
    says: "refused:order-settled",
    title: "what an order came to is said once",
    by: [settled, statement("UPDATE customer_order SET final_total_cents = 900")],
  },
  {
    trigger: "customer_order_handed_out_once",
    says: "refused:order-handed-out",
    title: "a crate goes over the counter once",
    by: [handOut, handOut],
  },
  {
    trigger: "customer_order_follows",
    says: "refused:order-changed",
    title: "two changes of one order do not follow the same version",
    by: [nextVersion, nextVersion],
  },
];

export const weighed: Row = {
  ...anEvent,
  number: 2,
  kind: "weighed",
  at: 6000,
  status: "short_delivered",
  allocated_milli: 3000,
  lost_milli: 1000,
  delivered_milli: 2000,
  actual_grams: 640,
  final_cents: 1210,
  load_grams: 640,
};
const withdrawn: Row = {
  ...anEvent,
  number: 2,
  kind: "withdrawn",
  status: "withdrawn",
  wanted_milli: 0,
  estimated_cents: 0,
  hold_cents: 0,
  deposit_cents: 0,
  load_grams: 0,
};

/** Lines are weighed once their crates arrive. */
const onDeliveryDay = statement("UPDATE cycle SET state = 'receiving' WHERE id = 'week-23'");

const places = `SELECT place, orders, lines, load_grams FROM place_total
  WHERE orders + lines > 0 ORDER BY place`;

/** The seeds leave two orders at the porch, the first with this one line. */
export const orderEffects: readonly TriggerEffect[] = [
  {
    trigger: "basket_starts_afresh",
    title: "a basket of another cycle is empty",
    by: [statement("UPDATE basket SET cycle_id = 'week-24'")],
    shows: "SELECT count(*) FROM basket_line",
    gives: [[0]],
  },
  {
    trigger: "line_event_projects",
    title: "the one current row of a line is what its last event left",
    by: [onDeliveryDay, insert("line_event", weighed)],
    shows: `SELECT version, status, wanted_milli, allocated_milli, lost_milli, delivered_milli,
      actual_grams, estimated_cents, hold_cents, final_cents, deposit_cents, load_grams
      FROM order_line WHERE id = 'line-1'`,
    gives: [[2, "short_delivered", 3000, 3000, 1000, 2000, 640, 1701, 1871, 1210, 30, 640]],
  },
  {
    trigger: "order_line_counts",
    title: "an order adds up its lines",
    by: [onDeliveryDay, insert("line_event", weighed)],
    shows: `SELECT lines, goods_estimated_cents, goods_hold_cents, goods_final_cents,
      deposits_cents FROM customer_order WHERE id = 'order-1'`,
    gives: [[1, 1701, 1871, 1210, 30]],
  },
  {
    trigger: "order_line_counts",
    title: "an offer adds up what was asked and delivered",
    by: [onDeliveryDay, insert("line_event", weighed)],
    shows: `SELECT lines, demand_milli, tolerance_milli, estimated_cents, delivered_milli,
      final_cents FROM offer_total WHERE offer_id = 'offer-1'`,
    gives: [[1, 3000, 0, 1701, 2000, 1210]],
  },
  {
    trigger: "order_line_counts",
    title: "a producer adds up its lines",
    by: [onDeliveryDay, insert("line_event", weighed)],
    shows: "SELECT lines, estimated_cents, final_cents FROM producer_total",
    gives: [[1, 1701, 1210]],
  },
  {
    trigger: "order_line_counts",
    title: "a place adds up what will be carried there",
    by: [onDeliveryDay, insert("line_event", weighed)],
    shows: places,
    gives: [["porch", 2, 1, 640]],
  },
  {
    trigger: "order_line_counts",
    title: "a line withdrawn counts no more, anywhere",
    by: [insert("line_event", withdrawn)],
    shows: `SELECT o.lines, o.goods_estimated_cents, t.lines, t.demand_milli, p.lines,
      p.estimated_cents, l.lines, l.load_grams
      FROM customer_order o, offer_total t, producer_total p, place_total l
      WHERE o.id = 'order-1' AND t.offer_id = 'offer-1' AND l.place = 'porch'`,
    gives: [[0, 0, 0, 0, 0, 0, 0, 0]],
  },
  {
    trigger: "customer_order_counts",
    title: "an order counts where it is handed out",
    by: [
      insert("customer_order", {
        ...anOrder,
        id: "order-2",
        code: "F-2",
        household_id: null,
        link_digest: digestOf("0"),
        payment: "card",
      }),
    ],
    shows: places,
    gives: [["porch", 3, 1, 900]],
  },
  {
    trigger: "customer_order_uncounts",
    title: "an order cancelled counts no more",
    by: [statement("UPDATE customer_order SET cancelled_at = 2000 WHERE id = 'order-3'")],
    shows: places,
    gives: [["porch", 1, 1, 900]],
  },
  {
    trigger: "customer_order_moves",
    title: "an order moved takes its load along",
    by: [statement("UPDATE customer_order SET place = 'yard' WHERE id = 'order-1'")],
    shows: places,
    gives: [
      ["porch", 1, 0, 0],
      ["yard", 1, 1, 900],
    ],
  },
];

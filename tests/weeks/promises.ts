/** What RULES §2 promises of every week, and the identities of §7 that every outcome keeps. */
import { heldFor, total } from "./oracle-close.ts";
import type { PlayedWeek } from "./played-week.ts";
import type { ExpectedWeek } from "./expected-file.ts";

/** The promises of RULES §2 that a week breaks, as sentences; empty for a lawful week. */
export function brokenPromises(played: PlayedWeek): string[] {
  return [
    ...brokenByShape(played),
    ...brokenByQuantities(played),
    ...brokenByWallets(played),
    ...brokenByFacts(played),
  ];
}

function brokenByShape({ week, lines }: PlayedWeek): string[] {
  const { households, products, producers, groups, pickup_points } = week.network;
  const pairs = lines.map(({ line }) => `${line.household} ${line.product}`);
  const places = new Set([...pickup_points.map(({ id }) => id), "home"]);
  const groupIds = new Set([null, ...groups.map(({ id }) => id)]);
  return [
    ...repeated("household", households.map(idOf)),
    ...repeated("product", products.map(idOf)),
    ...repeated("producer", producers.map(idOf)),
    ...repeated("pickup point", pickup_points.map(idOf)),
    ...repeated("line", week.cycle.lines.map(idOf)),
    ...repeated(
      "seq",
      lines.map(({ line }) => String(line.seq)),
    ),
    ...repeated("household and product", pairs),
    ...households
      .filter(({ fulfilment, group }) => !places.has(fulfilment) || !groupIds.has(group))
      .map(({ id }) => `household ${id} names a place or a group that is not there`),
    ...lines.filter(({ line }) => line.seq < 1).map(({ line }) => `line ${line.id}: seq below 1`),
  ];
}

function brokenByQuantities({ week, lines }: PlayedWeek): string[] {
  const isStep = (milli: number, step: number) => milli % step === 0;
  return [
    ...lines
      .filter(
        ({ line, product: { step_milli: step } }) =>
          line.qty_milli < 1 ||
          line.tolerance_milli < 0 ||
          !isStep(line.qty_milli, step) ||
          !isStep(line.tolerance_milli, step),
      )
      .map(({ line }) => `line ${line.id}: not in steps`),
    ...week.network.products
      .filter(({ box_qty }) => !Number.isInteger(box_qty) || box_qty < 1)
      .map(({ id }) => `product ${id}: a box of no whole units`),
  ];
}

function brokenByWallets({ week, households }: PlayedWeek): string[] {
  const floor = week.network.network.wallet_floor_cents;
  return households.flatMap(({ household, lines }) => {
    const accepted = lines.map(({ estimate }) => estimate);
    const left = household.wallet_opening_cents - total(accepted);
    const refused = household.payment === "wallet" && lines.length > 0 && left < floor;
    return refused ? [`household ${household.id}: a line below the wallet floor`] : [];
  });
}

function brokenByFacts({ week, households, products, lines }: PlayedWeek): string[] {
  const { shortages, actual_grams } = week.cycle.delivery_facts;
  const known = new Set(lines.map(({ line }) => line.id));
  const hold = week.network.network.card_hold_percent_of_variable;
  return [
    ...repeated(
      "shortage",
      shortages.map(({ product }) => product),
    ),
    ...products
      .filter(({ missing, cancelled }) => missing > 0 && cancelled)
      .map(({ product }) => `product ${product.id}: cancelled and short`),
    ...products
      .filter(({ product, missing }) => product.kind !== "kg" && missing % 1000 > 0)
      .map(({ product }) => `product ${product.id}: part of a piece is missing`),
    ...Object.keys(actual_grams)
      .filter((id) => !known.has(id))
      .map((id) => `a weight of ${id}, which is no line`),
    ...households
      .filter(({ household }) => household.payment === "card")
      .filter(({ figures, lines: own }) => {
        const held = total(own.map((one) => heldFor(one, hold)));
        return own.length > 0 && figures.goods_final_cents > held;
      })
      .map(({ household }) => `household ${household.id}: the card is charged above its hold`),
  ];
}

/** The identities of RULES §7 that an outcome breaks, as sentences. */
export function brokenLaws({ totals, producers, households, lines }: ExpectedWeek): string[] {
  const sums: readonly (readonly [string, number, number])[] = [
    [
      "collected = payouts + network fees + delivery fees",
      totals.collected_cents,
      totals.producer_payouts_cents + totals.network_fee_cents + totals.delivery_fees_cents,
    ],
    [
      "card captured + wallet debited = collected",
      totals.collected_cents,
      totals.card_captured_cents + totals.wallet_debited_cents,
    ],
    [
      "households' goods = producers' goods",
      total(households.map((one) => one.goods_final_cents)),
      total(producers.map((one) => one.delivered_gross_cents)),
    ],
    ["lines = their statuses", lines.length, total(Object.values(totals.lines_by_status))],
    [
      "VAT gross = goods",
      totals.goods_final_cents,
      total(Object.values(totals.vat).map((one) => one.gross_cents)),
    ],
    [
      "orders by fulfilment = orders up, down and the same",
      total(Object.values(totals.by_fulfilment).map((one) => one.orders)),
      totals.orders_up + totals.orders_down + totals.orders_same,
    ],
    [
      "orders by card and wallet = orders up, down and the same",
      totals.card_orders + totals.wallet_orders,
      totals.orders_up + totals.orders_down + totals.orders_same,
    ],
  ];
  return sums
    .filter(([, one, other]) => one !== other)
    .map(([law, one, other]) => `${law}: ${one} is not ${other}`);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function repeated(what: string, names: readonly string[]): string[] {
  return names
    .filter((name, place) => names.indexOf(name) < place)
    .map((name) => `${what} ${name} is there twice`);
}

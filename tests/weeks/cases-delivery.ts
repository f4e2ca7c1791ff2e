/** Hard cases of shortages, weights and final sums that generated weeks must contain. */
import type { Case } from "./cases-ordering.ts";
import { exact, halfUp, isHalf, percentage, product as times } from "./exact.ts";
import { heldFor, total } from "./oracle-close.ts";
import type { PlayedLine, PlayedProduct, PlayedWeek } from "./played-week.ts";

const allocated = ({ lines }: PlayedProduct) => total(lines.map(({ row }) => row.allocated_milli));
const short = ({ products }: PlayedWeek) => products.filter(({ missing }) => missing > 0);
const isWeighed = ({ product, row }: PlayedLine) =>
  product.kind === "variable" && row.delivered_milli > 0;
const gramsOf = ({ week }: PlayedWeek, { line }: PlayedLine) =>
  week.cycle.delivery_facts.actual_grams[line.id];

export const shortageCases = {
  "a shortage that passes over a cut line": (played) =>
    short(played).some(({ lines }) => {
      const cut = lines.findIndex(({ row }) => row.status === "cut_by_box");
      const lost = lines.findIndex(({ row }) => row.delivered_milli < row.allocated_milli);
      return lost >= 0 && cut > lost;
    }),
  "a shortage that takes a partly cut line": (played) =>
    short(played).some(({ lines }) =>
      lines.some(
        ({ row }) =>
          row.allocated_milli > 0 &&
          row.allocated_milli < row.qty_milli &&
          row.delivered_milli < row.allocated_milli,
      ),
    ),
  "a shortage of all that was allocated": (played) =>
    short(played).some((one) => one.missing === allocated(one)),
  "a shortage larger than was allocated": (played) =>
    short(played).some((one) => allocated(one) > 0 && one.missing > allocated(one)),
  "a shortage of what nobody got": (played) =>
    short(played).some((one) => one.lines.length > 0 && allocated(one) === 0),
  "a shortage of what nobody ordered": (played) =>
    short(played).some((one) => one.lines.length === 0),
  "a shortage in grams": (played) =>
    short(played).some(({ product, missing }) => product.kind === "kg" && missing % 100 > 0),
  "a shortage of weighed goods": (played) =>
    short(played).some((one) => one.product.kind === "variable" && allocated(one) > 0),
  "a shortage that ends inside the line before the last": (played) =>
    short(played).some(
      ({ lines }) =>
        lines.some(({ row }) => row.status === "short_delivered") &&
        lines.some(({ row }) => row.status === "not_delivered"),
    ),
  "a short line that still has what it wanted": ({ lines }) =>
    lines.some(
      ({ row }) => row.status === "short_delivered" && row.delivered_milli >= row.qty_milli,
    ),
  "a line with tolerance that loses, before one that is whole": (played) =>
    short(played).some(({ lines }) =>
      lines.some(
        ({ row }, place) =>
          row.allocated_milli > row.qty_milli &&
          row.delivered_milli === row.allocated_milli &&
          lines.slice(place + 1).some((later) => later.row.status === "not_delivered"),
      ),
    ),
} satisfies Record<string, Case>;

export const weightCases = {
  "a weighed line without a weight": (played) =>
    played.lines.some((one) => isWeighed(one) && gramsOf(played, one) === undefined),
  "a weighed line of 0 grams": (played) =>
    played.lines.some((one) => isWeighed(one) && gramsOf(played, one) === 0),
  "a weight of a line that was not delivered": (played) =>
    played.lines.some((one) => one.row.delivered_milli === 0 && (gramsOf(played, one) ?? 0) > 0),
  "a weight that costs half a cent": (played) =>
    played.lines.some(
      (one) =>
        isWeighed(one) &&
        isHalf(times(exact(one.product.price_cents), exact(gramsOf(played, one) ?? 0, 1000))),
    ),
  "a card line above its own hold, in an order within": ({ week, households }) =>
    households.some(
      ({ household, lines }) =>
        household.payment === "card" &&
        lines.some(
          (one) =>
            one.row.final_cents > heldFor(one, week.network.network.card_hold_percent_of_variable),
        ),
    ),
  "a card charged exactly its hold, for weighed goods": ({ households }) =>
    households.some(
      ({ household, figures, lines }) =>
        household.payment === "card" &&
        lines.some(isWeighed) &&
        figures.final_total_cents === figures.hold_cents,
    ),
  "pieces that weigh half a gram": ({ lines }) =>
    lines.some(
      ({ product, row }) =>
        product.kind === "piece" &&
        isHalf(
          times(
            exact(product.net_grams ?? product.net_ml ?? 500),
            exact(row.delivered_milli, 1000),
          ),
        ),
    ),
  "a delivered piece with neither grams nor millilitres": ({ lines }) =>
    lines.some(
      ({ product, row }) =>
        product.kind === "piece" &&
        product.net_grams === undefined &&
        product.net_ml === undefined &&
        row.delivered_milli > 0,
    ),
  "a delivered piece with grams and millilitres": ({ lines }) =>
    lines.some(
      ({ product, row }) =>
        product.net_grams !== undefined && product.net_ml !== undefined && row.delivered_milli > 0,
    ),
} satisfies Record<string, Case>;

export const sumCases = {
  "a home order whose goods end at nothing": ({ week, households }) =>
    week.network.network.home_delivery_fee_cents > 0 &&
    households.some(
      ({ household, figures, lines }) =>
        household.fulfilment === "home" && lines.length > 0 && figures.final_total_cents === 0,
    ),
  "a final price of half a cent, not weighed": ({ lines }) =>
    lines.some(
      ({ product, row }) =>
        product.kind !== "variable" &&
        isHalf(times(exact(product.price_cents), exact(row.delivered_milli, 1000))),
    ),
  "a network fee of half a cent": ({ week, expected }) =>
    expected.producers.some((one) =>
      isHalf(times(exact(one.delivered_gross_cents), feeShare(week))),
    ),
  "a network fee that floats would miss": ({ week, expected }) =>
    expected.producers.some(
      (one) =>
        Math.round(one.delivered_gross_cents * (week.network.network.network_fee_percent / 100)) !==
        one.network_fee_cents,
    ),
  "VAT of half a cent": ({ expected }) =>
    expected.producers.some((one) =>
      Object.entries(one.vat).some(([rate, { gross_cents }]) =>
        isHalf(times(exact(gross_cents), exact(Number(rate), 100 + Number(rate)))),
      ),
    ),
  "VAT of the sum that differs from the sum of the VAT": ({ expected }) =>
    Object.entries(expected.totals.vat).some(
      ([rate, { gross_cents, vat_cents }]) =>
        halfUp(times(exact(gross_cents), exact(Number(rate), 100 + Number(rate)))) !== vat_cents,
    ),
  "a fee of the sum that differs from the sum of the fees": ({ week, expected }) =>
    halfUp(times(exact(expected.totals.goods_final_cents), feeShare(week))) !==
    expected.totals.network_fee_cents,
  "a producer with goods at two rates of VAT": ({ expected }) =>
    expected.producers.some(({ vat }) => Object.keys(vat).length > 1),
  "orders that end higher, lower and the same": ({ expected: { totals } }) =>
    totals.orders_up > 0 && totals.orders_down > 0 && totals.orders_same > 0,
  "a week in which nothing was delivered": ({ expected, lines }) =>
    lines.length > 0 && expected.totals.collected_cents === 0,
} satisfies Record<string, Case>;

function feeShare({ network }: PlayedWeek["week"]) {
  return percentage(network.network.network_fee_percent);
}

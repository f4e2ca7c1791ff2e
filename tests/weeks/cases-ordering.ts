/** Hard cases of network, orders, wallets and attempts that generated weeks must contain. */
import { decimal, exact, isHalf, percentage, product as times } from "./exact.ts";
import { heldFor, total, valueAtNominal } from "./oracle-close.ts";
import type { PlayedHousehold, PlayedWeek } from "./played-week.ts";

/** Whether a week contains the case. */
export type Case = (played: PlayedWeek) => boolean;

const hasDecimals = (written: number) => decimal(written).top % 100n > 0n;
const floorOf = ({ week }: PlayedWeek) => week.network.network.wallet_floor_cents;
const opens = ({ household }: PlayedHousehold) => household.wallet_opening_cents;
const isWallet = ({ household }: PlayedHousehold) => household.payment === "wallet";
const isHome = ({ household }: PlayedHousehold) => household.fulfilment === "home";
const reserved = ({ lines }: PlayedHousehold) => total(lines.map(({ estimate }) => estimate));

export const networkCases = {
  "one household": ({ households }) => households.length === 1,
  "sixty households": ({ households }) => households.length === 60,
  "one line": ({ lines }) => lines.length === 1,
  "two hundred lines": ({ lines }) => lines.length === 200,
  "no groups": ({ week }) => week.network.groups.length === 0,
  "one id that names things of different kinds": ({ week }) =>
    week.network.households.some(({ id }) => week.network.products.some((one) => one.id === id)),
  "ids in other forms than L01": ({ lines }) => lines.some(({ line }) => line.id.length > 20),
  "a fee with decimals, 6.5": ({ week }) => week.network.network.network_fee_percent === 6.5,
  "a fee with decimals, 4.35": ({ week }) => week.network.network.network_fee_percent === 4.35,
  "no fee": ({ week }) => week.network.network.network_fee_percent === 0,
  "a hold percentage with decimals": ({ week }) =>
    hasDecimals(week.network.network.card_hold_percent_of_variable),
  "a floor of nothing": (played) => floorOf(played) === 0,
  "a floor below nothing": (played) => floorOf(played) < 0,
  "a floor above nothing": (played) => floorOf(played) > 0,
  "home delivery for nothing": (played) =>
    played.week.network.network.home_delivery_fee_cents === 0 &&
    played.households.some((one) => isHome(one) && one.lines.length > 0),
  "a cycle over the night when the clocks change": ({ week }) =>
    week.cycle.cycle.opens.slice(-6) !== week.cycle.cycle.closes.slice(-6),
  "steps of 100 g": ({ lines }) => lines.some(({ product }) => product.step_milli === 100),
  "steps of 250 g": ({ lines }) => lines.some(({ product }) => product.step_milli === 250),
  "steps of 500 g": ({ lines }) =>
    lines.some(({ product }) => product.kind === "kg" && product.step_milli === 500),
  "half pieces": ({ lines }) =>
    lines.some(({ product, line }) => product.kind === "piece" && line.qty_milli % 1000 === 500),
  "pieces in pairs": ({ lines }) => lines.some(({ product }) => product.step_milli === 2000),
  "a VAT rate that was not sold": ({ expected }) =>
    Object.values(expected.totals.vat).some(({ gross_cents }) => gross_cents === 0),
  "a VAT rate of 0 that was sold": ({ expected }) =>
    (expected.totals.vat["0"]?.gross_cents ?? 0) > 0,
} satisfies Record<string, Case>;

export const orderCases = {
  "a household without orders": ({ households }) =>
    households.some((one) => one.lines.length === 0),
  "a home household without orders": ({ households }) =>
    households.some((one) => one.lines.length === 0 && isHome(one)),
  "a wallet household delivered at home": ({ households }) =>
    households.some((one) => isWallet(one) && isHome(one) && one.lines.length > 0),
  "a wallet outside any group": ({ households }) =>
    households.some((one) => isWallet(one) && one.household.group === null),
  "a card inside a group": ({ households }) =>
    households.some((one) => !isWallet(one) && one.household.group !== null),
  "a pickup point without orders": ({ expected }) =>
    Object.entries(expected.totals.by_fulfilment).some(
      ([place, { orders }]) => place !== "home" && orders === 0,
    ),
  "a producer without orders": ({ expected }) =>
    expected.producers.some(({ status }) => status === "no_orders"),
  "a producer without orders that has a minimum": ({ expected }) =>
    expected.producers.some((one) => one.status === "no_orders" && one.min_order_cents > 0),
  "seq with gaps": ({ lines }) => (lines.at(-1)?.line.seq ?? 0) > lines.length,
  "seq that does not begin at 1": ({ lines }) => (lines[0]?.line.seq ?? 1) > 1,
  "lines in a file out of order": ({ week }) =>
    week.cycle.lines.some(({ seq }, place) => seq < (week.cycle.lines[place - 1]?.seq ?? 0)),
  "an estimate that is half a cent": ({ lines }) =>
    lines.some(({ product, line }) => {
      const unit = product.kind === "variable" ? exact(product.nominal_grams ?? 0, 1000) : exact(1);
      return isHalf(times(exact(product.price_cents), unit, exact(line.qty_milli, 1000)));
    }),
  "an estimate of nothing": ({ lines }) => lines.some(({ estimate }) => estimate === 0),
  "a hold that is half a cent": ({ week, lines }) =>
    lines.some(({ product, line }) => {
      const percent = percentage(week.network.network.card_hold_percent_of_variable);
      const value = valueAtNominal(product, line.qty_milli + line.tolerance_milli);
      return product.kind === "variable" && isHalf(times(exact(value), percent));
    }),
  "a hold rounded twice that one rounding would miss": ({ week, lines }) =>
    lines.some((one) => {
      const percent = week.network.network.card_hold_percent_of_variable;
      const { product, line } = one;
      const whole = times(
        exact(product.price_cents),
        exact(product.nominal_grams ?? 0, 1000),
        exact(line.qty_milli + line.tolerance_milli, 1000),
        percentage(percent),
      );
      const once = Number((2n * whole.top + whole.bottom) / (2n * whole.bottom));
      return product.kind === "variable" && once !== heldFor(one, percent);
    }),
  "tolerance on a product sold loose": ({ lines }) =>
    lines.some(({ product, line }) => product.box_qty === 1 && line.tolerance_milli > 0),
} satisfies Record<string, Case>;

export const walletCases = {
  "a wallet exactly at the floor": (played) =>
    played.households.some(
      (one) =>
        isWallet(one) && one.lines.length > 0 && opens(one) - reserved(one) === floorOf(played),
    ),
  "a wallet one cent above the floor": (played) =>
    played.households.some(
      (one) =>
        isWallet(one) && one.lines.length > 0 && opens(one) - reserved(one) === floorOf(played) + 1,
    ),
  "a wallet that opens in debt and orders": ({ households }) =>
    households.some((one) => isWallet(one) && opens(one) < 0 && one.lines.length > 0),
  "a wallet that opens empty and orders": ({ households }) =>
    households.some((one) => isWallet(one) && opens(one) === 0 && one.lines.length > 0),
  "a wallet that opens below the floor": (played) =>
    played.households.some((one) => isWallet(one) && opens(one) < floorOf(played)),
  "a wallet that closes below the floor after ordering": (played) =>
    played.households.some(
      ({ figures, lines }) =>
        lines.length > 0 && (figures.wallet_closing_cents ?? Infinity) < floorOf(played),
    ),
  "an attempt exactly at the floor": (played) =>
    tried(played).some((one) => one.balance_after_cents === floorOf(played)),
  "an attempt one cent below the floor": (played) =>
    tried(played).some((one) => one.balance_after_cents === floorOf(played) - 1),
  "an attempt before the first line": ({ week }) =>
    attemptsOf(week).some(({ after_seq }) => after_seq === 0),
  "an attempt whose tolerance would pass the floor": (played) =>
    attemptsOf(played.week).some((one, place) => {
      const outcome = tried(played)[place];
      return outcome?.accepted === true && one.tolerance_milli > 10 * one.qty_milli;
    }),
  "an attempt by a household without orders": ({ week, households }) =>
    attemptsOf(week).some((one) =>
      households.some((of) => of.household.id === one.household && of.lines.length === 0),
    ),
  "two attempts after one line, each accepted alone, too much together": (played) =>
    attemptsOf(played.week).some((one, place) =>
      attemptsOf(played.week).some(
        (other, later) =>
          place < later &&
          one.household === other.household &&
          one.after_seq === other.after_seq &&
          tried(played)[place]?.accepted === true &&
          tried(played)[later]?.balance_after_cents === floorOf(played),
      ),
    ),
  "an attempt at what is ordered later": ({ week, lines }) =>
    attemptsOf(week).some((one) =>
      lines.some(
        ({ line }) =>
          line.household === one.household &&
          line.product === one.product &&
          line.seq > one.after_seq,
      ),
    ),
} satisfies Record<string, Case>;

const tried = ({ expected }: PlayedWeek) => expected.attempts ?? [];
const attemptsOf = ({ attempts }: PlayedWeek["week"]) => attempts?.attempts ?? [];

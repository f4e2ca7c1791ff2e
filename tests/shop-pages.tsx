import { civilDate } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { basisPoints, milli } from "#domain/kernel/quantity.ts";
import { orderedLine } from "#domain/orders/estimate.ts";
import { sumOrder } from "#domain/orders/ordering.ts";
import type { BasketPageFacts } from "#frontend/shop/basket-facts.ts";
import type { CheckoutFacts } from "#frontend/shop/checkout-facts.ts";
import { NOTHING_TYPED } from "#frontend/shop/checkout-facts.ts";
import type { FrameFacts } from "#frontend/shop/frame.tsx";
import { type CycleId, id } from "#domain/kernel/ids.ts";
import { monthFigures } from "#domain/network/figures.ts";
import { month } from "#domain/network/month.ts";
import type { HomeFacts } from "#frontend/shop/home-facts.ts";
import type { ListFacts } from "#frontend/shop/list.tsx";
import { EVERYTHING } from "#frontend/shop/list-address.ts";
import type { OfferFacts } from "#frontend/shop/offer.ts";
import { at, closesAt, offer, offers, opensAt, places, sellers } from "#tests/shop-cast.ts";

/** The pages of the shop as they are given in the Veronetta week, on its Tuesday at one. */
export const tuesday = at("2026-06-02T13:00:00+02:00");
export const deliveryDay = civilDate("2026-06-05");
export const cardHold = basisPoints(11_500);
export const fee = basisPoints(600);

export const frame: FrameFacts = {
  networkName: "Filiera Veronetta",
  contactEmail: "ciao@filiera.example",
  networkFee: fee,
  now: tuesday,
  cycle: { opensAt, closesAt, deliveryDay },
  basket: null,
  person: null,
};

const onShelf = ["R04", "R02", "R10", "R07", "R13", "R18", "R21", "R27"].map(offer);

export const home: HomeFacts = {
  name: "Filiera Veronetta",
  counts: { producers: sellers.length, households: 40, groups: 2 },
  week: null,
  products: offers.size,
  shelf: onShelf,
  season: [],
  deliveryDay,
  news: [offer("R01"), offer("R03")],
  categories: [{ value: "ortofrutta", name: "Orto e frutta", offers: 6 }],
  hasWeek: true,
  isOpen: true,
  reopensAt: null,
  places,
  month: monthFigures(month("2026-05"), [
    {
      cycleId: id<CycleId>("01jd3x5k7m9npqrstvwxyz0001"),
      month: month("2026-05"),
      buyers: 40,
      newBuyers: 38,
      newPoints: 3,
      orders: 40,
      homeOrders: 10,
      goodsCents: cents(91_222),
      toProducersCents: cents(85_748),
      networkFeeCents: cents(5474),
      vatCents: cents(6090),
      deliveryCents: cents(3500),
      depositsCents: cents(0),
    },
  ]),
  contactEmail: "ciao@filiera.example",
};

export const list: ListFacts = {
  wish: EVERYTHING,
  offers: [...offers.values()].slice(0, 24),
  found: offers.size,
  producers: sellers.length,
  pages: 2,
  facets: {
    categories: [
      { value: "ortofrutta", name: "Orto e frutta", offers: 6 },
      { value: "forno", name: "Forno", offers: 4 },
    ],
    producers: sellers.map(({ slug, name }) => ({ value: slug, name, offers: 3 })),
    practices: [
      { value: "bio-eu", name: "bio-eu", offers: 14 },
      { value: "pgs", name: "pgs", offers: 9 },
    ],
    inSeason: 5,
    available: 35,
  },
  readAs: null,
  cycleId: "01CYCLE",
  isOpen: true,
  reopensAt: null,
};

export const line = (
  code: string,
  wanted: number,
  tolerance = 0,
  change: Partial<OfferFacts> = {},
) => ({
  offer: { ...offer(code), ...change },
  wanted: milli(wanted),
  tolerance: milli(tolerance),
  isWithdrawn: false,
});

const groupOf = (minimum: number, ...lines: readonly ReturnType<typeof line>[]) => {
  const [first] = lines;
  if (first === undefined) throw new Error("a group has lines");
  const ordered = { minimumCents: cents(minimum), orderedCents: cents(2400) };
  return { seller: first.offer.seller, minimum: ordered, lines };
};

export const basket: BasketPageFacts = {
  groups: [
    groupOf(0, line("R10", 2000), line("R11", 1000)),
    groupOf(0, line("R01", 1000), line("R02", 1500)),
    groupOf(0, line("R21", 3000, 1000)),
    groupOf(4000, line("R33", 1000)),
  ],
  deliveryFeeCents: cents(350),
  isOpen: true,
  closesAt,
  reopensAt: null,
  refusal: null,
};

const states = basket.groups
  .flatMap(({ lines }) => lines)
  .map((one) => orderedLine(one.offer.terms, one, cardHold));

export const checkout: CheckoutFacts = {
  groups: basket.groups,
  places,
  away: null,
  placeNames: ["Verona", "Grezzana"],
  sums: sumOrder(states, cents(0)),
  closesAt,
  deliveryDay,
  walletCents: null,
  hasTestCards: true,
  values: NOTHING_TYPED,
  errors: [],
  cycleId: "01jd3x5k7m9npqrstvwxyz0023",
  key: "01jd3x5k7m9npqrstvwxyz0999",
};

import { formatFor } from "#frontend/texts/format.ts";
import type { TransparencyTexts } from "#frontend/texts/it/transparency.ts";

const { plural } = formatFor("en");

export const transparency: TransparencyTexts = {
  link: "Transparency",
  title: "Transparency",
  description: "How much this network sells, who gets the money, how many it serves: every month.",
  lead: "The accounts of this network over the last twelve months, straight from the ledger. Anyone may read them, take them, redo the sums.",
  nothing: "There is nothing to count yet",
  nothingWhy:
    "Figures appear once the first week of sales has been delivered and its accounts are closed.",
  year: "The year in short",
  period: (from, to) => `From ${from} to ${to}`,
  goods: "of goods delivered, VAT included",
  toProducers: (share) => `to producers: ${share}`,
  fees: (share) => `to the network, for its work: ${share}`,
  vat: "of VAT, which producers pay to the State",
  delivery: "for deliveries to homes",
  orders: (orders) => plural(orders, { one: "order delivered", other: "orders delivered" }),
  today: "The network today",
  members: (count) => plural(count, { one: "member", other: "members" }),
  households: (count) => plural(count, { one: "household", other: "households" }),
  producers: (count) => plural(count, { one: "producer", other: "producers" }),
  groups: (count) => plural(count, { one: "buying group", other: "buying groups" }),
  pickupPoints: (count) => plural(count, { one: "pickup point", other: "pickup points" }),
  charts: {
    turnover: {
      title: "Goods delivered",
      what: "What the goods delivered in each month were worth, VAT included.",
    },
    "network-income": {
      title: "What the network keeps",
      what: "The fee that the network keeps on goods, and what is paid for deliveries to homes.",
    },
    buyers: {
      title: "Who bought",
      what: "Households and people who received something in each month. Who comes back counts once.",
    },
    deliveries: {
      title: "Orders delivered",
      what: "Fetched at a pickup point or brought home.",
    },
    euro: {
      title: "Where a euro goes",
      what: "All that was paid for goods and deliveries, divided among those who received it.",
    },
    producers: {
      title: "What each producer sold",
      what: "Goods delivered by each. Who sold to few households stands together with others.",
    },
  },
  producersTogether: {
    title: "What producers sold",
    what: "In this network sales are shown all together, not producer by producer.",
  },
  columns: {
    month: "Month",
    goodsCents: "Goods",
    toProducersCents: "To producers",
    vatCents: "of which VAT",
    networkFeeCents: "Network’s fee",
    deliveryCents: "Home deliveries",
    orders: "Orders",
    pickupOrders: "Fetched",
    homeOrders: "Brought home",
    pickupPoints: "Pickup points",
    buyers: "Households and people",
    part: "To whom",
    cents: "How much",
    producer: "Producer",
  },
  parts: {
    producers: "To producers",
    vat: "To the State, as VAT",
    network: "To the network",
    delivery: "To who brings it home",
  },
  together: "Together",
  few: "few",
  highest: (title, month, value) =>
    `${title}, month by month. The highest month is ${month}: ${value}.`,
  silent: (title) => `${title}, month by month. There is no month to show yet.`,
  inTable: "The figures in a table",
  csv: "CSV",
  json: "JSON",
  download: (what, kind) => `${what}: download ${kind}`,
  how: "How to read these figures",
  rules: (fewest) => [
    "They come from the ledger, where every cent is booked twice. A week belongs to the month in which its accounts are closed, and does not change from then on.",
    `A week in which fewer than ${fewest} households or people bought is not counted: whoever knows one of them would learn what they spend. Guests without an account count as one, all together.`,
    `The same holds for deliveries to homes, if a week has fewer than ${fewest}, and for a producer who sold to fewer than ${fewest}: it stands with the other small ones and the smallest of the big ones.`,
    "Deposits on empties are no sales: they go back to who paid them, and are not in here. Refunds decided later, for a problem, are not taken off.",
  ],
  withheld: (cycles) =>
    plural(cycles, {
      one: "In these months # week is not counted because it was too small.",
      other: "In these months # weeks are not counted because they were too small.",
    }),
  licence: "Open data: you may use them for anything, without asking (licence CC0 1.0).",
  licenceLink: "Read the licence",
  api: "For programs",
};

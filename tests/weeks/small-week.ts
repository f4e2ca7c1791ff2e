/** A week of a few lines, for tests that look at one rule: everything not said is ordinary. */
import type {
  CycleFile,
  HouseholdEntry,
  NetworkFile,
  NetworkTerms,
  ProducerEntry,
  ProductEntry,
} from "./week-files.ts";

export interface SmallWeek {
  readonly terms?: Partial<NetworkTerms>;
  /** By id. Without any, one producer `orto` with no minimum. */
  readonly producers?: Readonly<Record<string, Partial<ProducerEntry>>>;
  /** By id. An ordinary product is a piece at 100 cents with VAT 4%, sold loose by `orto`. */
  readonly products: Readonly<Record<string, Partial<ProductEntry>>>;
  /** By id, beside those that the lines name. An ordinary household collects and pays by card. */
  readonly households?: Readonly<Record<string, Partial<HouseholdEntry>>>;
  /** Household, product, wanted and tolerated thousandths; named `L1`, `L2`… in order of `seq`. */
  readonly lines?: readonly (readonly [string, string, number, number?])[];
  readonly grams?: Readonly<Record<string, number>>;
  /** By product, the missing thousandths. */
  readonly missing?: Readonly<Record<string, number>>;
}

/** The two input files of a small week. */
export function smallWeek(week: SmallWeek): {
  readonly network: NetworkFile;
  readonly cycle: CycleFile;
} {
  return { network: smallNetwork(week), cycle: smallCycle(week) };
}

function smallNetwork({ terms, producers, products, households, lines }: SmallWeek): NetworkFile {
  const ordering = Object.fromEntries((lines ?? []).map(([household]) => [household, {}]));
  return {
    network: { ...ordinaryTerms, ...terms },
    hub: { id: "hub", name: "Magazzino", lat: 45.43, lon: 10.96 },
    groups: [],
    pickup_points: [pickupPoint],
    households: Object.entries({ ...ordering, ...households }).map(([id, own]) =>
      Object.assign({}, ordinaryHousehold, { id }, own),
    ),
    producers: Object.entries(producers ?? { orto: {} }).map(([id, own]) =>
      Object.assign({}, ordinaryProducer, { id, name: id }, own),
    ),
    products: Object.entries(products).map(([id, own]) =>
      Object.assign({}, ordinaryProduct, { id, name: id }, own),
    ),
  };
}

function smallCycle({ lines = [], grams = {}, missing = {} }: SmallWeek): CycleFile {
  return {
    cycle: {
      id: "C1",
      opens: "2026-06-01T08:00:00+02:00",
      closes: "2026-06-03T20:00:00+02:00",
      delivery_date: "2026-06-05",
    },
    lines: lines.map(([household, product, wanted, tolerated = 0], place) => ({
      id: `L${place + 1}`,
      seq: place + 1,
      household,
      product,
      qty_milli: wanted,
      tolerance_milli: tolerated,
    })),
    delivery_facts: {
      actual_grams: grams,
      shortages: Object.entries(missing).map(([product, missing_milli]) => ({
        product,
        missing_milli,
        rule: "latest orders lose first",
      })),
    },
  };
}

const ordinaryTerms: NetworkTerms = {
  name: "Rete di prova",
  currency: "EUR",
  prices_include_vat: true,
  network_fee_percent: 6,
  home_delivery_fee_cents: 350,
  card_hold_percent_of_variable: 115,
  wallet_floor_cents: -1000,
};

const pickupPoint = {
  id: "piazza",
  name: "Ritiro in piazza",
  street: "piazza Santa Toscana",
  lat: 45.4412,
  lon: 11.0102,
  opens: "17:00",
  closes: "19:30",
  capacity_orders: 20,
};

const ordinaryHousehold: Omit<HouseholdEntry, "id"> = {
  group: null,
  member: false,
  street: "via Cantarane 27",
  postcode: "37129",
  lat: 45.44,
  lon: 11.01,
  fulfilment: "piazza",
  window: null,
  payment: "card",
  wallet_opening_cents: 0,
};

const ordinaryProducer: Omit<ProducerEntry, "id" | "name"> = {
  vat_number: "IT90000001001",
  town: "Grezzana",
  lat: 45.52,
  lon: 11.02,
  category: "ortofrutta",
  certifications: [],
  min_order_cents: 0,
  lead_days: 1,
  member: true,
};

const ordinaryProduct: Omit<ProductEntry, "id" | "name"> = {
  producer: "orto",
  kind: "piece",
  price_cents: 100,
  price_per: "piece",
  vat_percent: 4,
  box_qty: 1,
  step_milli: 1000,
};

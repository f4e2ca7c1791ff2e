import { demoStatute } from "./statute.ts";

/** The network of the demo: its terms, its places, its shelves. Everything here is invented. */
export const demoNetwork = {
  name: "Filiera Veronetta",
  contactEmail: "ciao@example.org",
  legalName: "Filiera Veronetta, società cooperativa (dimostrativa)",
  seat: "via Cantarane 1, 37129 Verona",
  taxCode: "01234567897",
  vatNumber: "01234567897",
  reaNumber: "VR-000000",
  coopRegisterNumber: "C000000",
  certifiedEmail: "filiera@pec.example.org",
  phone: "+39 045 000 0000",
  iban: "IT60X0542811101000000123456",
  /** As in the sales week that the project's proof plays. */
  rules: {
    "network-fee": "600",
    "delivery-fee": "350",
    "wallet-floor": "-1000",
    "group-sees-names": "yes",
    "card-hold": "11500",
    "producer-sales-public": "yes",
  },
  statute: demoStatute,
} as const;

export const demoHub = {
  name: "Magazzino di rete",
  town: "Verona",
  land: "citta",
  latMicrodegrees: 45_430_000,
  lonMicrodegrees: 10_960_000,
  leadDays: 0,
  roles: ["hub"],
  email: "magazzino@example.org",
} as const;

/** Who will carry crates home. */
export const demoCourier = {
  name: "Pedali di Veronetta",
  town: "Verona",
  land: "citta",
  latMicrodegrees: 45_440_500,
  lonMicrodegrees: 11_006_000,
  leadDays: 0,
  roles: ["courier"],
  email: "pedali@example.org",
} as const;

export interface DemoPlace {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
  /** Orders a week; it may be full. */
  readonly capacityOrders: number;
  /** Minutes since midnight in Rome. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

export const demoPlaces: readonly DemoPlace[] = [
  {
    code: "santa-toscana",
    name: "Santa Toscana",
    street: "piazza Santa Toscana",
    latMicrodegrees: 45_441_200,
    lonMicrodegrees: 11_010_200,
    capacityOrders: 20,
    fromMinute: 1020,
    toMinute: 1170,
  },
  {
    code: "universita",
    name: "Università",
    street: "via San Vitale",
    latMicrodegrees: 45_439_500,
    lonMicrodegrees: 11_004_500,
    capacityOrders: 20,
    fromMinute: 1080,
    toMinute: 1200,
  },
  {
    code: "casa-comune",
    name: "Casa Comune",
    street: "via Cristofoli",
    latMicrodegrees: 45_430_000,
    lonMicrodegrees: 10_960_000,
    capacityOrders: 15,
    fromMinute: 990,
    toMinute: 1110,
  },
];

/** When crates are brought home: two rounds in the evening. */
export const demoWindows = [
  { code: "17-19", fromMinute: 1020, toMinute: 1140 },
  { code: "19-21", fromMinute: 1140, toMinute: 1260 },
] as const;

export const demoGroups = [
  {
    code: "gas-santa-toscana",
    name: "GAS Santa Toscana",
    place: "santa-toscana",
    coordinator: "lucia",
  },
  { code: "gas-san-vitale", name: "GAS San Vitale", place: "universita", coordinator: "marta" },
] as const;

export interface DemoCategory {
  readonly id: string;
  readonly name: string;
  /** Absent on the shelf itself. */
  readonly parentId?: string;
}

/** In the order of the shop: each shelf, then its boards. */
export const demoCategories: readonly DemoCategory[] = [
  { id: "orto-e-frutta", name: "Orto e frutta" },
  { id: "orto", name: "Orto", parentId: "orto-e-frutta" },
  { id: "frutta", name: "Frutta e succhi", parentId: "orto-e-frutta" },
  { id: "forno-e-cereali", name: "Forno e cereali" },
  { id: "forno", name: "Pane e forno", parentId: "forno-e-cereali" },
  { id: "cereali", name: "Riso e farine", parentId: "forno-e-cereali" },
  { id: "formaggi-e-uova", name: "Formaggi e uova" },
  { id: "formaggi", name: "Formaggi", parentId: "formaggi-e-uova" },
  { id: "uova", name: "Uova", parentId: "formaggi-e-uova" },
  { id: "carne-e-salumi", name: "Carne e salumi" },
  { id: "carne", name: "Carne", parentId: "carne-e-salumi" },
  { id: "salumi", name: "Salumi", parentId: "carne-e-salumi" },
  { id: "miele", name: "Miele" },
  { id: "vino-e-olio", name: "Vino e olio" },
  { id: "vino", name: "Vino", parentId: "vino-e-olio" },
  { id: "olio", name: "Olio e olive", parentId: "vino-e-olio" },
  { id: "casa", name: "Casa" },
  { id: "cosmesi", name: "Saponi e candele", parentId: "casa" },
  { id: "artigianato", name: "Ceramica", parentId: "casa" },
];

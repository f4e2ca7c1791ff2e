import {
  checksOf,
  insert,
  longName,
  replace,
  type Row,
  type Sample,
  statement,
  type Trial,
} from "./attempt.ts";

const malga: Row = {
  id: "malga",
  name: "Malga Lessinia",
  slug: "malga-lessinia",
  vat_number: "01234567890",
  email: null,
  town: "Bosco Chiesanuova",
  land: "monte",
  story: "",
  lat_microdegrees: 45_600_000,
  lon_microdegrees: 11_000_000,
  lead_days: 2,
  sale_mode: "agency",
  created_at: 1000,
};

const hub: Row = { ...malga, id: "loggia", name: "Loggia", slug: "loggia", vat_number: "2" };

const opened: Row = {
  id: "opened-1",
  owner_id: "malga",
  holder_id: "loggia",
  kind: "list-in-cycles",
  given_at: 1000,
  given_by: "token:malga",
  revoked_at: null,
  revoked_by: null,
};

const certificate: Row = {
  id: "bio-1",
  enterprise_id: "malga",
  scheme: "bio-eu",
  body: "ICEA",
  number: "IT-BIO-006",
  document_url: null,
  issued_on: "2026-01-01",
  expires_on: "2026-12-31",
  withdrawn_at: null,
};

const porch: Row = {
  id: "porch",
  name: "Portico di San Nazaro",
  street: "Via Muro Padri 1",
  lat_microdegrees: 45_440_000,
  lon_microdegrees: 11_007_000,
  capacity_orders: 40,
  closed_at: null,
};

const evening: Row = {
  id: "evening",
  pickup_point_id: "porch",
  from_minute: 1050,
  to_minute: 1140,
};

const group: Row = { id: "gas", name: "GAS Veronetta", pickup_point_id: "porch", created_at: 1000 };

const household: Row = {
  id: "rossi",
  group_id: "gas",
  coordinates_group: 1,
  low_credit_cents: 0,
  created_at: 1000,
  erased_at: null,
};

const profile: Row = {
  household_id: "rossi",
  name: "Famiglia Rossi",
  email: null,
  phone: null,
  street: "Via XX Settembre 12",
  postcode: "37129",
  town: "Verona",
  lat_microdegrees: 45_438_000,
  lon_microdegrees: 11_005_000,
};

const samples: readonly Sample[] = [
  {
    table: "enterprise",
    seeds: [malga, hub],
    fresh: { ...malga, id: "forno", slug: "forno-san-zeno", vat_number: null },
  },
  {
    table: "enterprise_role",
    seeds: [{ enterprise_id: "malga", role: "producer", since: 1000 }],
    fresh: { enterprise_id: "malga", role: "courier", since: 1000 },
  },
  {
    table: "enterprise_grant",
    seeds: [opened],
    fresh: { ...opened, id: "opened-2", kind: "see-orders" },
  },
  {
    table: "certification",
    seeds: [certificate],
    fresh: { ...certificate, id: "bio-2", number: "IT-BIO-007" },
  },
  {
    table: "pickup_point",
    seeds: [porch],
    fresh: { ...porch, id: "yard", name: "Cortile di Santa Toscana" },
  },
  {
    table: "slot",
    seeds: [evening, { ...evening, id: "at-home", pickup_point_id: null }],
    fresh: { ...evening, id: "late", from_minute: 1140, to_minute: 1200 },
  },
  {
    table: "buying_group",
    seeds: [group],
    fresh: { ...group, id: "gas-2", name: "GAS San Paolo" },
  },
  {
    table: "household",
    seeds: [household, { ...household, id: "bianchi", coordinates_group: 0 }],
    fresh: { ...household, id: "verdi", coordinates_group: 0 },
  },
  {
    table: "household_profile",
    seeds: [profile],
    fresh: { ...profile, household_id: "bianchi", name: "Famiglia Bianchi" },
  },
];

const beyondPole = 90_000_001;
const beyondDateLine = -180_000_001;

export const peopleTrial: Trial = {
  samples,
  checks: [
    ...checksOf("enterprise", [
      ["enterprise_name_said", { name: "" }],
      ["enterprise_name_said", { name: longName }],
      ["enterprise_slug_sized", { slug: "" }],
      ["enterprise_land_known", { land: "mare" }],
      ["enterprise_lat_on_earth", { lat_microdegrees: beyondPole }],
      ["enterprise_lon_on_earth", { lon_microdegrees: beyondDateLine }],
      ["enterprise_lead_days_few", { lead_days: -1 }],
      ["enterprise_lead_days_few", { lead_days: 61 }],
      ["enterprise_sale_mode_known", { sale_mode: "gift" }],
    ]),
    ...checksOf("enterprise_role", [["enterprise_role_known", { role: "king" }]]),
    ...checksOf("enterprise_grant", [
      ["enterprise_grant_kind_known", { kind: "everything" }],
      ["enterprise_grant_given_at_instant", { given_at: -1 }],
      ["enterprise_grant_given_by_someone", { given_by: "" }],
      ["enterprise_grant_revoked_later", { revoked_at: 999, revoked_by: "token:malga" }],
      ["enterprise_grant_to_another", { holder_id: "malga" }],
      ["enterprise_grant_revoked_by_someone", { revoked_at: 1500 }],
      ["enterprise_grant_revoked_by_someone", { revoked_by: "token:malga" }],
    ]),
    ...checksOf("certification", [
      ["certification_scheme_known", { scheme: "my-own" }],
      ["certification_body_said", { body: "" }],
      ["certification_number_said", { number: "" }],
      ["certification_issued_on_day", { issued_on: "2026-02-29" }],
      ["certification_expires_after_issue", { expires_on: "2025-12-31" }],
      ["certification_expires_after_issue", { expires_on: "2026-6-1" }],
    ]),
    ...checksOf("pickup_point", [
      ["pickup_point_name_said", { name: "" }],
      ["pickup_point_lat_on_earth", { lat_microdegrees: -beyondPole }],
      ["pickup_point_lon_on_earth", { lon_microdegrees: -beyondDateLine }],
      ["pickup_point_capacity_positive", { capacity_orders: 0 }],
    ]),
    ...checksOf("slot", [
      ["slot_from_in_day", { from_minute: -1 }],
      ["slot_from_in_day", { from_minute: 1440, to_minute: 1441 }],
      ["slot_to_after_from", { to_minute: 1140 }],
      ["slot_to_after_from", { to_minute: 1441 }],
    ]),
    ...checksOf("buying_group", [
      ["buying_group_name_said", { name: "" }],
      ["buying_group_created_at_instant", { created_at: -1 }],
    ]),
    ...checksOf("household", [
      ["household_coordinates_own_group", { coordinates_group: 1, group_id: null }],
      ["household_coordinates_own_group", { coordinates_group: 2 }],
    ]),
    ...checksOf("household_profile", [
      ["household_profile_name_said", { name: "" }],
      ["household_profile_lat_on_earth", { lat_microdegrees: beyondPole }],
      ["household_profile_lon_on_earth", { lon_microdegrees: beyondDateLine }],
    ]),
  ],
  refusals: [
    {
      trigger: "enterprise_grant_given_once",
      says: "refused:grant-given",
      title: "what stands is not given a second time",
      by: [insert("enterprise_grant", { ...opened, id: "opened-3" })],
    },
    {
      trigger: "enterprise_grant_given_once",
      says: "refused:grant-given",
      title: "nobody else is made its giver, even by replacing it",
      by: [replace("enterprise_grant", { ...opened, given_by: "token:other" })],
    },
    ...["given_by = 'x'", "kind = 'transport', revoked_at = 2000, revoked_by = 'x'"].map(
      (change) => ({
        trigger: "enterprise_grant_revoked_once",
        says: "refused:grant-fixed",
        title: `what was given is not rewritten: ${change}`,
        by: [statement(`UPDATE enterprise_grant SET ${change}`)],
      }),
    ),
    {
      trigger: "enterprise_grant_revoked_once",
      says: "refused:grant-fixed",
      title: "what was revoked stays revoked, by whom it was",
      by: [
        statement("UPDATE enterprise_grant SET revoked_at = 2000, revoked_by = 'token:malga'"),
        statement("UPDATE enterprise_grant SET revoked_at = 3000, revoked_by = 'token:other'"),
      ],
    },
    {
      trigger: "enterprise_grant_remains",
      says: "refused:grant-fixed",
      title: "what was given is not forgotten",
      by: [statement("DELETE FROM enterprise_grant")],
    },
  ],
  effects: [],
};

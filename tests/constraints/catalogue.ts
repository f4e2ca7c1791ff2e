import { checksOf, insert, type Row, type Sample, statement, type Trial } from "./attempt.ts";

const cheese: Row = {
  id: "monte-veronese",
  enterprise_id: "malga",
  maker: null,
  name: "Monte Veronese",
  slug: "monte-veronese",
  description: "",
  category_id: "formaggi",
  origin: "Lessinia",
  ingredients: "",
  allergens: '["latte"]',
  species: "",
  variety: "",
  packaging: "",
  created_at: 1000,
  withdrawn_at: null,
};

const pool: Row = {
  id: "cellar",
  enterprise_id: "malga",
  name: "Cantina",
  on_hand_milli: 10_000,
  reserved_milli: 0,
};

const wheel: Row = {
  id: "wheel",
  product_id: "monte-veronese",
  sku: "FORMA",
  label: "forma",
  kind: "variable",
  price_cents: 1890,
  vat_basis_points: 400,
  box_units: 1,
  step_milli: 1000,
  least_milli: 1000,
  nominal_grams: 300,
  net_grams: null,
  net_ml: null,
  deposit_cents: 0,
  pool_id: "cellar",
  pool_milli_per_unit: 1000,
  withdrawn_at: null,
};

const listing: Row = {
  variant_id: "wheel",
  hub_id: "loggia",
  price_cents: null,
  since: 1000,
  withdrawn_at: null,
};

const foundBy: Row = {
  row: 7,
  product_id: "monte-veronese",
  head: "monte",
  name: "veronese",
  seller: "malga",
  shelves: "formaggi",
};
const foundToo: Row = { ...foundBy, row: 8, product_id: "burro", head: "burro" };
const found = "SELECT rowid FROM product_search WHERE product_search MATCH 'veronese'";

const quota: Row = {
  pool_id: "cellar",
  hub_id: "loggia",
  quota_milli: 8000,
  reserved_milli: 0,
};

const reservation: Row = {
  holder: "order-1",
  pool_id: "cellar",
  hub_id: "loggia",
  quantity_milli: 3000,
  expires_at: null,
};

const samples: readonly Sample[] = [
  {
    table: "category",
    seeds: [{ id: "formaggi", parent_id: null, name: "Formaggi", position: 1 }],
    fresh: { id: "stagionati", parent_id: "formaggi", name: "Stagionati", position: 2 },
  },
  {
    table: "product",
    seeds: [cheese, { ...cheese, id: "burro", slug: "burro" }],
    fresh: { ...cheese, id: "ricotta", slug: "ricotta" },
  },
  { table: "stock_pool", seeds: [pool], fresh: { ...pool, id: "dairy", name: "Latteria" } },
  {
    table: "stock_quota",
    seeds: [quota],
    fresh: { ...quota, hub_id: "malga", quota_milli: 2000 },
  },
  {
    table: "variant",
    seeds: [wheel, { ...wheel, id: "half", sku: "MEZZA" }],
    fresh: { ...wheel, id: "slice", sku: "SPICCHIO" },
  },
  { table: "listing", seeds: [listing], fresh: { ...listing, hub_id: "malga" } },
  { table: "search_words", seeds: [foundBy], fresh: foundToo },
  {
    table: "search_piece",
    seeds: [{ piece: " mo", word: "monte" }],
    fresh: { piece: "mon", word: "monte" },
  },
  {
    table: "stock_reservation",
    seeds: [reservation],
    fresh: { ...reservation, holder: "order-2", quantity_milli: 2000 },
  },
];

const held = "SELECT on_hand_milli, reserved_milli FROM stock_pool WHERE id = 'cellar'";
const heldOfQuota = "SELECT hub_id, reserved_milli FROM stock_quota ORDER BY hub_id";

export const catalogueTrial: Trial = {
  samples,
  checks: [
    ...checksOf("category", [["category_id_sized", { id: "" }]]),
    ...checksOf("search_words", [["search_words_head_folded", { head: "Mele" }]]),
    ...checksOf("product", [
      ["product_name_said", { name: "" }],
      ["product_allergens_list", { allergens: "latte" }],
      ["product_allergens_list", { allergens: '{"latte":1}' }],
      ["product_season_months_twelve", { season_months: 4096 }],
    ]),
    ...checksOf("stock_pool", [
      ["stock_pool_on_hand_positive", { on_hand_milli: -1 }],
      ["stock_pool_reserved_positive", { reserved_milli: -1 }],
      ["stock_pool_not_oversold", { reserved_milli: 10_001 }],
    ]),
    ...checksOf("variant", [
      ["variant_kind_known", { kind: "sack", nominal_grams: null }],
      ["variant_price_positive", { price_cents: -1 }],
      ["variant_vat_sane", { vat_basis_points: -1 }],
      ["variant_vat_sane", { vat_basis_points: 10_001 }],
      ["variant_box_whole", { box_units: 0 }],
      ["variant_step_positive", { step_milli: 0 }],
      ["variant_least_is_steps", { least_milli: 1500 }],
      ["variant_least_is_steps", { least_milli: 0 }],
      ["variant_nominal_positive", { nominal_grams: 0 }],
      ["variant_net_grams_positive", { net_grams: 0 }],
      ["variant_net_ml_positive", { net_ml: 0 }],
      ["variant_deposit_positive", { deposit_cents: -1 }],
      ["variant_draws_from_pool", { pool_milli_per_unit: 0 }],
      ["variant_nominal_for_variable", { nominal_grams: null }],
      ["variant_nominal_for_variable", { kind: "kg" }],
    ]),
    ...checksOf("listing", [["listing_price_positive", { price_cents: -1 }]]),
    ...checksOf("search_piece", [["search_piece_of_three_letters", { piece: "mont" }]]),
    ...checksOf("stock_quota", [
      ["stock_quota_positive", { quota_milli: -1 }],
      ["stock_quota_reserved_positive", { reserved_milli: -1 }],
      ["stock_quota_not_exceeded", { reserved_milli: 2001 }],
    ]),
    ...checksOf("stock_reservation", [
      ["stock_reservation_positive", { quantity_milli: 0 }],
      ["stock_pool_not_oversold", { hub_id: "malga", quantity_milli: 7001 }],
      ["stock_quota_not_exceeded", { quantity_milli: 5001 }],
    ]),
  ],
  refusals: [
    {
      trigger: "stock_reservation_changes",
      says: "refused:reservation-moved",
      title: "what is held of one hub's quota does not move to another's",
      by: [statement("UPDATE stock_reservation SET hub_id = 'malga'")],
    },
  ],
  effects: [
    {
      trigger: "search_words_indexed",
      title: "a product is found by its words",
      by: [insert("search_words", foundToo)],
      shows: found,
      gives: [[7], [8]],
    },
    {
      trigger: "search_words_unindexed",
      title: "words that are gone find nothing",
      by: [statement("DELETE FROM search_words")],
      shows: found,
      gives: [],
    },
    {
      trigger: "stock_reservation_takes",
      title: "holding takes from the pool, down to its last unit",
      by: [
        insert("stock_reservation", {
          ...reservation,
          holder: "order-2",
          hub_id: "malga",
          quantity_milli: 7000,
        }),
      ],
      shows: held,
      gives: [[10_000, 10_000]],
    },
    {
      trigger: "stock_reservation_takes",
      title: "holding takes from the quota of the hub",
      by: [
        insert("stock_reservation", { ...reservation, holder: "order-2", quantity_milli: 5000 }),
      ],
      shows: heldOfQuota,
      gives: [["loggia", 8000]],
    },
    {
      trigger: "stock_reservation_changes",
      title: "holding less gives the difference back to the pool",
      by: [statement("UPDATE stock_reservation SET quantity_milli = 1000")],
      shows: held,
      gives: [[10_000, 1000]],
    },
    {
      trigger: "stock_reservation_changes",
      title: "holding less gives the difference back to the quota",
      by: [statement("UPDATE stock_reservation SET quantity_milli = 1000")],
      shows: heldOfQuota,
      gives: [["loggia", 1000]],
    },
    {
      trigger: "stock_reservation_gives_back",
      title: "what is held no more is for others",
      by: [statement("DELETE FROM stock_reservation")],
      shows: held,
      gives: [[10_000, 0]],
    },
    {
      trigger: "stock_reservation_gives_back",
      title: "what is held no more is in the quota again",
      by: [statement("DELETE FROM stock_reservation")],
      shows: heldOfQuota,
      gives: [["loggia", 0]],
    },
    {
      trigger: "stock_quota_starts_with_what_is_held",
      title: "a quota set late counts what its hub already holds",
      by: [statement("DELETE FROM stock_quota"), insert("stock_quota", quota)],
      shows: heldOfQuota,
      gives: [["loggia", 3000]],
    },
  ],
};

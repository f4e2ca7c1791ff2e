/**
 * Every text column of the database, table by table: those that can name somebody, and those that
 * cannot. A new column stands in one of the two lists, or a test fails.
 */

/** Free text, names, addresses, devices: what a person would recognise as being about them. */
export const PERSONAL: Readonly<Record<string, string>> = {
  access_token: "label",
  countersignature: "request",
  household_profile: "name email phone street postcode town",
  group_request: "reason",
  letter: "recipient words reason",
  mail_code: "folded",
  member_event_words: "words",
  member_identity: "name tax_code born_in represented_by street postcode town",
  notice_choice: "holder",
  op_log: "body",
  order_contact: "name email phone street postcode town note",
  order_problem_words: "words",
  outbox: "payload last_error",
  passkey: "credential_id public_key transports name",
  person_email: "address folded",
  person_profile: "name",
  posting_note: "note",
  proposal_comment: "words",
  session: "device",
  share_transfer: "reason",
  suspension: "reason",
};

/** Days that are about somebody: no word can be planted in them. */
export const DAYS_OF_LIFE: Readonly<Record<string, string>> = { member_identity: "born_on" };

/** What the members' book keeps for ten years whatever its person asks (art. 2220 c.c.). */
export const KEPT_BY_LAW: Readonly<Record<string, string>> = {
  member_identity: "name tax_code born_in represented_by street postcode town",
};

/** What a copy of one's own data leaves out, and why. */
export const NOT_COPIED: Readonly<Record<string, string>> = {
  "countersignature.request": "what officers ask each other, which speaks of others too",
  "op_log.body": "answers that they had already; kept for a repeat of the request alone",
  "outbox.payload": "a letter's row says what there is",
  "outbox.last_error": "what the carrier answered; the letter's reason says it",
};

/**
 * Ids, digests, codes, words of the house (kinds and states), goods, firms, what the network says
 * of itself, reasons of decisions that bind everyone, and the minutes of assemblies.
 */
export const IMPERSONAL: Readonly<Record<string, string>> = {
  access_token: "created_by digest id person_id revoked_by",
  ballot: "by_member choice digest member_id proposal_id tracker",
  ballot_box: "proposal_id root",
  ballot_seal: "digest previous proposal_id root",
  assembly:
    "agenda cancelled_reason chair_id general_id id kind link minutes_digest minutes_sealed_by " +
    "place secretary_id title",
  assembly_minutes: "assembly_id words written_by",
  assembly_presence: "assembly_id holder_id how member_id",
  basket: "cycle_id household_id id person_id token_digest",
  amendment:
    "actions body decided_by decision decision_reason id member_id options proposal_id reason " +
    "title",
  basket_line: "basket_id offer_id",
  buying_group: "id name pickup_point_id",
  call_notice: "notice proposal_id reached",
  card_refund: "hold_id order_id problem_id reason",
  category: "id name parent_id",
  certification: "body document_url enterprise_id expires_on id issued_on number scheme",
  challenge: "decided_by decision decision_reason id member_id proposal_id reason",
  checkout: "actor hold_id id key order_id request_hash",
  collection_terms: "enterprise_id set_by",
  completion_rise: "cycle_id offer_id",
  consent: "channel paper person_id purpose recorded_by",
  countersignature: "act act_hash asked_by id signed_by",
  courier_shift: "cycle_id id made_by person_id task vehicle_id",
  customer_order:
    "code cycle_id hold_id hold_ref household_id id language link_digest payment person_id " +
    "place placed_by rules slot_id",
  cycle: "code copied_from delivery_day hub_id id state",
  cycle_event: "actor cycle_id kind reason",
  cycle_figure: "cycle_id month",
  cycle_group: "cycle_id group_id",
  cycle_step: "cycle_id step subject",
  delivery_fact: "actor cycle_id kind subject",
  electorate_row: "basis class digest member_id proposal_id reason salt",
  endorsement: "member_id proposal_id",
  emission_factor: "noted_by source vehicle_kind",
  enterprise: "email id land name sale_mode slug story town vat_number",
  enterprise_grant: "given_by holder_id id kind owner_id revoked_by",
  enterprise_photo: "alt digest enterprise_id set_by",
  enterprise_role: "enterprise_id role",
  fiscal_period: "closed_by",
  given_token: "blinded member_id proposal_id",
  group_reminder: "cycle_id group_id sent_by",
  group_request: "asked_by ended_by ending group_id household_id id",
  household: "group_id id",
  household_profile: "household_id",
  hub_terms: "hub_id set_by",
  invitation: "digest id kind made_by person_id",
  job_run: "job",
  ledger_account: "code type",
  ledger_tx: "actor business_date cycle_id digest kind legs order_id ref resolves reverses rules",
  ledger_stretch: "business_date",
  letter: "carrier_id key kind state",
  line_event: "actor kind line_id reason status",
  listing: "hub_id variant_id",
  mail_code: "asker digest id person_id purpose",
  member: "class decision ending enrolled_on enterprise_id id kind person_id",
  member_event: "actor detail digest ground kind member_id",
  member_identity: "member_id salt",
  cycle_notice: "cycle_id notice reached",
  network:
    "certified_email contact_email coop_register_number currency iban legal_name name phone " +
    "rea_number seat tax_code vat_number",
  network_change: "changed_by field said_before says_now",
  notice_choice: "channel notice",
  office_term:
    "assembly_id ended_by ended_how ended_on from_day id member_id organ proposal_id seated_by " +
    "to_day",
  offer: "category_id cycle_id enterprise_id id kind pool_id product_id variant_id",
  offer_facet: "cycle_id facet value",
  offer_total: "cycle_id enterprise_id offer_id",
  op_log: "actor key request_hash",
  order_contact: "order_id",
  order_door: "order_id set_by",
  order_line: "cycle_id enterprise_id id offer_id order_id status",
  order_problem: "actor enterprise_id id kind line_id order_id",
  order_problem_answer: "actor borne_by problem_id verdict way",
  order_problem_payback: "actor problem_id source",
  order_problem_words: "problem_id voice",
  outbox: "key topic",
  paper_batch: "entered_by proposal_id seconded_by",
  passkey: "id person_id revoked_by",
  payment_due: "ended_by ending order_id reason",
  person: "id suspended_by",
  person_email: "id person_id",
  person_profile: "language person_id",
  photo: "digest kind",
  pickup_point: "id name street",
  policy_version: "code decided_by digest policy reason",
  place_total: "cycle_id place",
  plan_acknowledgement: "actor problem_id",
  plan_drop: "actor problem_id stop",
  plan_errand: "order_id problem_id stop",
  plan_matrix: "matrix problem_id profile quality sources",
  plan_place: "problem_id",
  plan_problem: "cycle_id from_problem id made_by problem reason reason_words state",
  plan_vehicle: "enterprise_id name person_id problem_id",
  plan_version: "made_by plan problem_id source",
  posting_note: "ref",
  producer_figure: "enterprise_id month",
  producer_total: "cycle_id enterprise_id",
  product:
    "allergens category_id description enterprise_id id ingredients maker name origin packaging " +
    "slug species variety",
  proposal:
    "amendment_id author_id ended_by ended_how ended_reason id policy_code subject superseded_by",
  proposal_comment: "answers_id hidden_by hidden_reason id member_id proposal_id stance",
  proposal_version: "actions body digest options proposal_id title written_by",
  proxy: "giver_id holder_id id proposal_id",
  product_photo: "alt digest product_id set_by",
  road_cell: "from_place profile source to_place",
  role_grant: "granted_by holder id revoked_by role subject",
  round_event: "actor cycle_id kind reason shift_id subject",
  round_figure: "figures problem_id",
  round_legend: "legend problem_id",
  round_share: "kind problem_id subject",
  rule_version: "decided_by digest key proposal_id reason subject value",
  schema_migration: "digest name schema_digest",
  seal: "chain digest previous root",
  search_piece: "piece word",
  search_words: "head name product_id seller shelves",
  secret_ballot: "basis choice class digest mark proposal_id",
  secret_receipt: "digest prefix proposal_id signature tracker",
  session: "begun_by digest ended_by id kind person_id",
  share_due: "due_on member_id",
  share_event: "actor digest kind member_id plan tx_ref",
  share_holding: "member_id",
  share_transfer: "asked_by ended_by ending from_id id to_id",
  slot: "id pickup_point_id",
  slot_capacity: "set_by slot_id",
  slot_total: "cycle_id slot_id",
  standing_line: "standing_id variant_id",
  standing_order: "created_by ended_by household_id id payment person_id place slot_id",
  standing_run: "cycle_id lines order_id outcome reason standing_id",
  stock_pool: "enterprise_id id name",
  stock_quota: "hub_id pool_id",
  stock_reservation: "holder hub_id pool_id",
  suspension: "id lifted_by person_id suspended_by",
  tally: "ballots_root proposal_id result result_digest",
  token_lock: "locked_key proposal_id",
  used_challenge: "digest",
  vote_call:
    "digest electorate_root noticed_by policy_code proposal_id secrecy text_digest token_key",
  voted: "member_id proposal_id",
  variant: "id kind label pool_id product_id sku",
  vehicle: "enterprise_id id kind name profile",
};

/** The columns of a list, as "table.column", in order. */
export function columnsOf(list: Readonly<Record<string, string>>): string[] {
  return Object.entries(list)
    .flatMap(([table, columns]) => columns.split(" ").map((column) => `${table}.${column}`))
    .toSorted();
}

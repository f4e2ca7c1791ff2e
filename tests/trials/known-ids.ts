import { policyText } from "#domain/governance/policy/policy-text.ts";
import { isId } from "#domain/kernel/ids.ts";
import { addGroup, addHousehold, addToken } from "#tests/households.ts";
import { aPolicy } from "#tests/policies.ts";
import type { RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import { purchase } from "./buying.ts";

/** Which rows a path's collection holds: `/households/{id}` speaks of households. */
const TABLES: Readonly<Record<string, string>> = {
  enterprises: "enterprise",
  producers: "enterprise",
  "pickup-points": "pickup_point",
  households: "household",
  groups: "buying_group",
  tokens: "access_token",
  products: "product",
  variants: "variant",
  "stock-pools": "stock_pool",
  cycles: "cycle",
  offers: "offer",
  orders: "customer_order",
  lines: "order_line",
  problems: "order_problem",
  listings: "variant",
  hub: "enterprise",
  people: "person",
  roles: "role_grant",
  passkeys: "passkey",
  sessions: "session",
  countersignatures: "countersignature",
  addresses: "person_email",
  recoveries: "invitation",
  requests: "group_request",
  members: "member",
  proposals: "proposal",
  comments: "proposal_comment",
  amendments: "amendment",
  "share-transfers": "share_transfer",
  assemblies: "assembly",
  offices: "office_term",
  plans: "plan_problem",
  slots: "slot",
  vehicles: "vehicle",
};

/** Identifiers of what there is, by the collection of a path that holds it. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

/** Opens a small shop with two orders in it, and gives the identifiers of everything there is. */
export async function knownIds(market: RunningMarket): Promise<KnownIds> {
  const shop = openShop(market, [{ name: "uova", stockMilli: 1_000_000 }, { name: "pane" }]);
  for (const payment of ["wallet", "card"] as const) {
    await (await purchase(market, shop, { payment, wanted: { uova: 1000 } })).send();
  }
  askToJoin(market, addGroup(market));
  addToken(market, "auditor");
  askForSecond(market);
  addAddress(market);
  reportProblem(market);
  enrolTwo(market);
  propose(market);
  meet(market);
  drive(market);
  const ids = Object.entries(TABLES).map(
    ([collection, table]) => [collection, idsOf(market, table)] as const,
  );
  return new Map(ids);
}

/** A household that waits for a group's answer. */
function askToJoin(market: RunningMarket, group: string): void {
  const household = addHousehold(market);
  market.database
    .prepare("INSERT INTO group_request VALUES (?, ?, ?1, 0, 'test', NULL, NULL, NULL, NULL)")
    .run([household, group]);
}

/** A request of the first officer that waits for another one's signature. */
function askForSecond(market: RunningMarket): void {
  const sql = `INSERT OR IGNORE INTO countersignature
      (id, act_hash, act, request, asked_by, asked_at, expires_at)
    SELECT id, ?, 'rules.decide', 'POST /api/v1/rules', id, ?, ? FROM person LIMIT 1`;
  const { now } = market.time;
  market.database.prepare(sql).run(["a".repeat(64), now, now + 3_600_000]);
}

/** An address of the first officer. */
function addAddress(market: RunningMarket): void {
  const sql = `INSERT OR IGNORE INTO person_email (id, person_id, address, folded, added_at)
    SELECT id, id, 'anna@example.org', 'anna@example.org', ? FROM person LIMIT 1`;
  market.database.prepare(sql).run([market.time.now]);
}

/** Something of the first order that was handed out, and was not as it should be. */
function reportProblem(market: RunningMarket): void {
  market.database.exec(`UPDATE customer_order SET handed_out_at = 0
    WHERE id = (SELECT order_id FROM order_line ORDER BY id LIMIT 1) AND handed_out_at IS NULL`);
  market.database.exec(`INSERT INTO order_problem
    SELECT id, id, order_id, enterprise_id, 'damaged', 1000, 0, 'test' FROM order_line
    WHERE NOT EXISTS (SELECT 1 FROM order_problem) ORDER BY id LIMIT 1`);
}

/** Two memberships of the first officer, and shares that one asks to give the other. */
function enrolTwo(market: RunningMarket): void {
  for (const [number, kind] of ["natural", "legal"].entries()) {
    market.database.exec(`INSERT INTO member (id, kind, person_id, class, asked_shares,
        asked_instalments, applied_at, decision, decided_at, book_no, enrolled_on, version)
      SELECT substr(id, 1, 25) || ${number}, '${kind}', id, 'consumer', 1, 1, 0, 'admitted', 0,
        ${number} + 1, '2026-01-01', 1 FROM person
      WHERE NOT EXISTS (SELECT 1 FROM member WHERE kind = '${kind}') LIMIT 1`);
  }
  market.database.exec(`INSERT INTO share_transfer (id, from_id, to_id, shares, asked_at, asked_by)
    SELECT min(id), min(id), max(id), 1, 0, 'test' FROM member
    WHERE NOT EXISTS (SELECT 1 FROM share_transfer) HAVING count(*) > 1`);
}

/** What a member proposed, with a comment and another text for it. */
function propose(market: RunningMarket): void {
  const digest = `'${"a".repeat(64)}'`;
  market.database
    .prepare(
      `INSERT INTO policy_version SELECT 'trial', 1, ?, 0, 0, 'test', 'test', ${digest}
        WHERE NOT EXISTS (SELECT 1 FROM policy_version WHERE code = 'trial')`,
    )
    .run([policyText(aPolicy({ code: "trial" }))]);
  market.database.exec(`INSERT INTO proposal (id, number, author_id, policy_code, policy_version,
      subject, created_at, submitted_at)
    SELECT min(id), 1, min(id), 'trial', 1, 'motion', 0, 0 FROM member
    WHERE NOT EXISTS (SELECT 1 FROM proposal) HAVING count(*) > 0`);
  market.database.exec(`INSERT INTO proposal_version
    SELECT id, 1, 'Consegna il sabato', '', '[]', '[]', ${digest}, 0, 'test' FROM proposal
    WHERE NOT EXISTS (SELECT 1 FROM proposal_version)`);
  market.database.exec(`INSERT INTO proposal_comment (id, proposal_id, member_id, stance, words,
      written_at)
    SELECT id, id, author_id, 'for', 'Sì.', 0 FROM proposal
    WHERE NOT EXISTS (SELECT 1 FROM proposal_comment)`);
  market.database
    .exec(`INSERT INTO amendment (id, proposal_id, member_id, base_version, title, body,
      actions, options, reason, proposed_at)
    SELECT id, id, author_id, 1, 'Altro', '', '[]', '[]', 'Meglio', 0 FROM proposal
    WHERE NOT EXISTS (SELECT 1 FROM amendment)`);
}

/** Members met, and elected one of them. */
function meet(market: RunningMarket): void {
  market.database.exec(`INSERT INTO assembly (id, number, kind, title, place, agenda,
      first_call_at, prepared_at, convened_at, version)
    SELECT min(id), 1, 'ordinary', 'Assemblea', 'Casa Comune', '[]', 4e12, 0, 0, 1 FROM member
    WHERE NOT EXISTS (SELECT 1 FROM assembly) HAVING count(*) > 0`);
  market.database.exec(`INSERT INTO office_term (id, organ, member_id, assembly_id, from_day,
      to_day, seated_at, seated_by)
    SELECT a.id, 'board', a.id, a.id, '2026-01-01', '2028-12-31', 0, 'test' FROM assembly a
    WHERE NOT EXISTS (SELECT 1 FROM office_term)`);
}

/** A hub's bike, and a round that waits to be planned. */
function drive(market: RunningMarket): void {
  market.database.exec(`INSERT INTO vehicle (id, enterprise_id, name, kind, profile,
      capacity_grams, capacity_millilitres, capacity_crates, cold_crates, round_cents, hour_cents,
      km_cents, made_at)
    SELECT id, id, 'Cargo', 'cargo-bike', 'bike', 1, 1, 1, 0, 0, 0, 0, 0 FROM enterprise
    WHERE NOT EXISTS (SELECT 1 FROM vehicle) LIMIT 1`);
  market.database.exec(`INSERT INTO slot (id, pickup_point_id, from_minute, to_minute)
    SELECT id, NULL, 1, 2 FROM cycle
    WHERE NOT EXISTS (SELECT 1 FROM slot WHERE from_minute = 1) LIMIT 1`);
  market.database.exec(`INSERT INTO plan_problem (id, cycle_id, number, problem, due_at, made_at,
      made_by)
    SELECT id, id, 1, '{}', 4e12, 0, 'test' FROM cycle
    WHERE NOT EXISTS (SELECT 1 FROM plan_problem) LIMIT 1`);
}

function idsOf(market: RunningMarket, table: string): string[] {
  const sql = `SELECT id FROM ${table} ORDER BY id GLOB '01*' DESC, id DESC LIMIT 4`;
  const found = market.database.prepare(sql).pluck().all([]) as string[];
  return found.filter(isId);
}

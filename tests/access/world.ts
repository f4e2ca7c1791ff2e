import { addToken } from "#tests/households.ts";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { makeIds, secretDigest } from "#ports/ids.ts";
import { guestOrder, OFF, openCircle, valueIn } from "./circle.ts";
import type { Column, Ownership, Things } from "./row.ts";
import { voices } from "./voices.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** What the database says to a write that was let in. */
export const STOPPED = "refused:matrix";
const NOTHING = "0".repeat(26);
/** An enterprise that neither circle has to do with. */
const ELSEWHERE = "1".repeat(26);

/** Two circles that have nothing to do with each other, and everybody who may ask. */
export interface World {
  readonly market: Market;
  /** What a column shows of itself. */
  sentBy(column: Column): Sent;
  things(column: Column, ownership: Ownership): Things;
}

/**
 * Opens the world. Every write that is let in is stopped where it would be saved, so that nothing
 * that is tried changes it.
 */
export async function openWorld(): Promise<World> {
  const market = await openMarket();
  const officer = await setUp(market);
  const [ours, theirs] = [await openCircle(market, officer), await openCircle(market, officer)];
  const guest = await guestOrder(market, ours.shop);
  const tokens = issueTokens(market, ours.things, officer);
  const [member, suspended] = [signIn(market, "member"), signIn(market, "officer")];
  const sessions: Secrets = { member: member.secret, suspended: suspended.secret };
  market.database.exec(`UPDATE person SET suspended_at = 1, suspended_by = 'test'
    WHERE id IN (SELECT holder FROM role_grant WHERE granted_by = 'officer-of-trial')`);
  await revoke(market, officer, tokens.revoked ?? "");
  const said = await voices(market, member.person);
  stopWrites(market);
  const absent = nothing();
  const sent = whatWasSent(market);
  const shown = await firstShown(market, "prodotti");
  const grower = await firstShown(market, "produttori");
  const open = { shown, grower };
  return {
    market,
    sentBy: (column) => {
      if (column === "link") return { order: guest.link };
      const session = sessions[column];
      if (session !== undefined) return { headers: { Cookie: `${SESSION_COOKIE}=${session}` } };
      const token = tokens[column];
      return token === undefined ? {} : { token };
    },
    things: (column, ownership) => {
      if (ownership === "absent") return absent;
      if (ownership === "theirs") {
        return { ...theirs.things, ...suspended.things, ...said.theirs, ...sent, ...open };
      }
      const own = { ...ours.things, ...member.things, ...said.ours, ...sent, ...open };
      return { ...own, ...(column === "link" ? guest : {}) };
    },
  };
}

type Secrets = Readonly<Partial<Record<Column, string>>>;

function issueTokens(market: Market, ours: Things, officer: string): Secrets {
  return {
    household: ours.key,
    coordinator: addToken(market, "coordinator", ours.group),
    producer: addToken(market, "producer", ours.enterprise),
    "other-producer": addToken(market, "producer", ELSEWHERE),
    hub: addToken(market, "hub", ours.hub),
    courier: addToken(market, "courier", ours.courier),
    officer,
    treasurer: addToken(market, "treasurer"),
    supervisor: addToken(market, "supervisor"),
    auditor: addToken(market, "auditor"),
    revoked: addToken(market, "officer"),
  };
}

/** A person with an office, or just a member, in a browser of theirs. */
function signIn(market: Market, role: "member" | "officer") {
  const [person, secret] = [ids.next<PersonId>(), ids.secret()];
  const things = { session: String(ids.next()), passkey: String(ids.next()) };
  const { now } = market.time;
  const run = (sql: string, ...values: (string | number)[]) =>
    market.database.prepare(sql).run(values);
  run("INSERT INTO person (id, created_at) VALUES (?, ?)", person, now);
  run(
    "INSERT INTO role_grant VALUES (?, ?, ?, '', 0, ?, NULL, NULL)",
    ids.next(),
    person,
    role,
    `${role}-of-trial`,
  );
  run(
    `INSERT INTO session (id, digest, person_id, kind, begun_by, device, started_at, seen_at)
      VALUES (?, ?, ?, 'member', 'passkey', 'prova', ?, ?)`,
    things.session,
    secretDigest(secret),
    person,
    now,
    now,
  );
  run(
    `INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name,
      added_at) VALUES (?, ?, ?, 'no key that answers', 0, '[]', 'prova', ?)`,
    things.passkey,
    person,
    things.passkey,
    now,
  );
  return { secret, things, person };
}

async function revoke(market: Market, officer: string, token: string): Promise<void> {
  const id = valueIn(market, "SELECT id FROM access_token WHERE digest = ?", secretDigest(token));
  const { status } = await market.call("DELETE", `/api/v1/tokens/${id}`, { token: officer });
  if (status !== 200) throw new Error("the token was not revoked");
}

/** The shop shows one cycle at a time: the address of something in it, or of who sells there. */
async function firstShown(market: Market, list: "prodotti" | "produttori"): Promise<string> {
  const { body } = await market.call<string>("GET", `/${list}`);
  const slug = new RegExp(`href="/${list}/([^"?]+)"`).exec(body)?.[1];
  if (slug === undefined) throw new Error(`the shop shows no ${list}`);
  return slug;
}

/** The letter to the guest, as it waits to go out, and a card that does not answer. */
function whatWasSent(market: Market) {
  market.database.exec(`INSERT INTO outbox (topic, key, payload, created_at, due_at)
    VALUES ('payment-release', 'release:trial', '{}', 0, 0)`);
  const first = (sql: string) => String(market.database.prepare(sql).pluck().all([])[0]);
  const second = ids.next();
  market.database.exec(`INSERT INTO countersignature
    (id, act_hash, act, request, asked_by, asked_at, expires_at)
    SELECT '${second}', '${"0".repeat(64)}', 'rules.decide', 'POST /', person_id, 0, 4e12
    FROM access_token WHERE person_id IS NOT NULL LIMIT 1`);
  return {
    second,
    problem: reported(market),
    ...met(market),
    person: first("SELECT person_id FROM access_token WHERE person_id IS NOT NULL"),
    role: first("SELECT g.id FROM role_grant g JOIN access_token t ON g.holder = t.person_id"),
    letter: first("SELECT max(id) FROM letter"),
    effect: first("SELECT max(id) FROM outbox"),
  };
}

/** Something that was handed out was not as it should be. */
function reported(market: Market): string {
  const problem = ids.next();
  market.database.exec(`UPDATE customer_order SET handed_out_at = 0
    WHERE id = (SELECT order_id FROM order_line ORDER BY id LIMIT 1)`);
  market.database.exec(`INSERT INTO order_problem
    SELECT '${problem}', id, order_id, enterprise_id, 'damaged', 1000, 0, 'test'
    FROM order_line ORDER BY id LIMIT 1`);
  return problem;
}

/** Members met, and elected somebody. */
function met(market: Market) {
  const [member, assembly, term] = [ids.next(), ids.next(), ids.next()];
  market.database.exec(`INSERT INTO member (id, kind, person_id, class, asked_shares,
      asked_instalments, applied_at, decision, decided_at, book_no, enrolled_on, version)
    SELECT '${member}', 'natural', person_id, 'worker', 1, 1, 0, 'admitted', 0, 9001,
      '2020-01-01', 1 FROM access_token WHERE person_id IS NOT NULL LIMIT 1`);
  market.database.exec(`INSERT INTO assembly (id, number, kind, title, place, agenda,
      first_call_at, prepared_at, convened_at, constituted_call, constituted_at,
      constituted_with, constituted_of, chair_id, secretary_id, version)
    VALUES ('${assembly}', 9001, 'ordinary', 'Assemblea', 'Casa Comune', '[]', 9, 0, 0, 1, 9, 1, 1,
      '${member}', '${member}', 1)`);
  market.database.exec(`INSERT INTO office_term (id, organ, member_id, assembly_id, from_day,
      to_day, seated_at, seated_by)
    VALUES ('${term}', 'board', '${member}', '${assembly}', '2026-01-01', '2028-12-31', 0,
      'test')`);
  return { assembly, term };
}

/** From here on every answer that would be written down is refused by the database. */
function stopWrites(market: Market): void {
  market.database.exec(`CREATE TRIGGER matrix_stops BEFORE INSERT ON op_log BEGIN
    SELECT raise(abort, '${STOPPED}');
  END`);
}

function nothing(): Things {
  const id = NOTHING;
  const people = { household: id, group: id, order: id, line: id, token: id, place: id };
  const open = { shown: id, grower: id, vehicle: id, shift: id, slot: id };
  const own = { session: id, passkey: id };
  const numbers = { letter: "999999", effect: "999999" };
  const officers = {
    person: id,
    role: id,
    second: id,
    problem: id,
    joining: id,
    assembly: id,
    term: id,
    plan: id,
  };
  const book = { member: id, transfer: id };
  const firms = { enterprise: id, hub: id, courier: id, certification: id, grant: id };
  const goods = { product: id, variant: id, pool: id, offer: id, cycle: id };
  const said = {
    proposal: id,
    motion: "999999",
    amendment: id,
    comment: id,
    challenge: id,
    voice: id,
  };
  const rest = { ...said, ...book, ...firms, ...goods, ...numbers, ...officers };
  return { ...people, ...open, ...own, ...rest, link: OFF, key: OFF };
}

import type { HouseholdId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds, secretDigest } from "#ports/ids.ts";
import { addGroup } from "#tests/households.ts";
import { made } from "#tests/people.ts";
import { addPerson, giveRole, type SignedInPerson } from "#tests/signed-in-person.ts";
import type { Trade } from "#tests/trading.ts";
import { plantMembership } from "./planted-membership.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** Somebody of whom every personal column says something that says it of nobody else. */
export interface Planted extends SignedInPerson {
  readonly household: HouseholdId;
  /** The order of theirs that they placed as a guest, not settled yet. */
  readonly order: string;
  /** What was planted, by its column. */
  readonly marks: Readonly<Record<string, string>>;
  /** In all of them, and in nothing else. */
  readonly mark: string;
}

/** Plants a person with a household, an order, a wallet at zero, letters and all else. */
export async function plant(trade: Trade, name: string): Promise<Planted> {
  const mark = `kx7${name}`;
  const marks: Record<string, string> = {};
  const say = (column: string, value = `${mark} ${column}`) => (marks[column] = value);
  const address = say("person_email.address", `${mark}@mail.example`);
  say("person_email.folded", address);
  const person = addPerson(trade.market, { name: say("person_profile.name"), address });
  const run = (sql: string, ...values: (string | number | null)[]) =>
    trade.market.database.prepare(sql).run(values);
  const household = await plantHousehold(trade, person, say, run);
  const order = await plantOrder(trade, address, say, run);
  plantSignIns(trade, person, say, run);
  plantLetters(person, address, mark, say, run);
  plantMembership(person.id, mark, say, run);
  return { ...person, household, order, marks, mark };
}

export type Say = (column: string, value?: string) => string;
export type Run = (sql: string, ...values: (string | number | null)[]) => unknown;

async function plantHousehold(
  { market, officer }: Trade,
  { id }: SignedInPerson,
  say: Say,
  run: Run,
): Promise<HouseholdId> {
  const of = (column: string) => say(`household_profile.${column}`);
  const profile = {
    name: of("name"),
    email: say("household_profile.email", `${of("name").replaceAll(/[ .]/g, "-")}@home.example`),
    street: of("street"),
    town: of("town"),
    postcode: "37129",
  };
  const { id: household } = await made<{ id: HouseholdId }>(market, officer, "/households", {
    profile,
  });
  run(
    "UPDATE household_profile SET phone = ?, postcode = ? WHERE household_id = ?",
    of("phone"),
    of("postcode"),
    household,
  );
  giveRole(market, id, "household", household);
  run(
    "INSERT INTO group_request VALUES (?, ?, ?, 1, 'test', 2, 'test', 'declined', ?)",
    ids.next(),
    addGroup({ database: market.database }),
    household,
    say("group_request.reason"),
  );
  const entry = { source: "bank", note: say("posting_note.note") };
  const path = `/households/${household}/wallet/entries`;
  await made(market, officer, path, { ...entry, kind: "top-up", amountCents: 500 });
  await made(market, officer, path, { ...entry, kind: "correction", amountCents: -500 });
  return household;
}

async function plantOrder({ order }: Trade, email: string, say: Say, run: Run): Promise<string> {
  const of = (column: string) => say(`order_contact.${column}`);
  const contact = { name: of("name"), email: say("order_contact.email", email), note: of("note") };
  const placed = await order([["uova", 1]], { contact });
  run(
    "UPDATE order_contact SET phone = ?, street = ?, postcode = ?, town = ? WHERE order_id = ?",
    of("phone"),
    of("street"),
    of("postcode"),
    of("town"),
    placed,
  );
  plantProblem(placed, say, run);
  return placed;
}

/** What was wrong with something of the order, and what the network said to it. */
function plantProblem(order: string, say: Say, run: Run): void {
  const problem = ids.next();
  run("UPDATE customer_order SET handed_out_at = 0 WHERE id = ?", order);
  run(
    `INSERT INTO order_problem SELECT ?, id, order_id, enterprise_id, 'damaged', 1000, 1, 'test'
      FROM order_line WHERE order_id = ?`,
    problem,
    order,
  );
  const words = say("order_problem_words.words");
  run("INSERT INTO order_problem_words VALUES (?, 'buyer', ?)", problem, words);
}

function plantSignIns({ market }: Trade, { id, sent }: SignedInPerson, say: Say, run: Run): void {
  const { now } = market.time;
  run("UPDATE session SET device = ? WHERE person_id = ?", say("session.device"), id);
  run(
    `INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name,
      added_at, revoked_at, revoked_by) VALUES (?, ?, ?, ?, 0, ?, ?, 1, 2, 'test')`,
    ids.next(),
    id,
    say("passkey.credential_id"),
    say("passkey.public_key"),
    JSON.stringify([say("passkey.transports")]),
    say("passkey.name"),
  );
  run(
    "INSERT INTO mail_code VALUES (?, 'sign-in', ?, ?, 'net:home', ?, ?, ?, 0, NULL)",
    ids.next(),
    id,
    say("mail_code.folded"),
    "a".repeat(64),
    now,
    now + 600_000,
  );
  plantTokens(id, say, run);
  const secret = /=(.*)$/.exec(sent.headers?.["Cookie"] ?? "")?.[1] ?? "";
  run(
    "INSERT INTO op_log VALUES (?, 'old', ?, 200, ?, ?)",
    `session:${secretDigest(secret)}`,
    "b".repeat(64),
    JSON.stringify({ said: say("op_log.body") }),
    now,
  );
}

function plantTokens(id: string, say: Say, run: Run): void {
  run(
    `INSERT INTO access_token (id, digest, label, person_id, created_at, created_by)
      VALUES (?, ?, ?, ?, 0, 'test')`,
    ids.next(),
    secretDigest(ids.secret()),
    say("access_token.label"),
    id,
  );
  run(
    "INSERT INTO suspension VALUES (?, ?, ?, 1, 'test', 2, 'test')",
    ids.next(),
    id,
    say("suspension.reason"),
  );
}

function plantLetters(
  { id }: SignedInPerson,
  address: string,
  mark: string,
  say: Say,
  run: Run,
): void {
  const key = `planted:${id}`;
  const words = { lang: "it", subject: say("letter.words"), pieces: [{ words: mark }] };
  run(
    `INSERT INTO letter (key, kind, recipient, words, state, state_at, reason, queued_at)
      VALUES (?, 'order-placed', ?, ?, 'bounced', 5, ?, 5)`,
    key,
    say("letter.recipient", address),
    JSON.stringify({ ...words, link: null, code: null }),
    say("letter.reason"),
  );
  run(
    `INSERT INTO outbox (topic, key, payload, created_at, due_at, last_error, dead_at)
      VALUES ('mail', ?, ?, 5, 5, ?, 5)`,
    key,
    JSON.stringify({ to: say("outbox.payload") }),
    say("outbox.last_error"),
  );
  run(
    "INSERT INTO notice_choice VALUES (?, 'low-credit', 0, 'letter', 5)",
    say("notice_choice.holder", address),
  );
  run("INSERT INTO notice_choice VALUES (?, 'week-opens', 1, 'page', 5)", id);
  plantMentions(id, words, say, run);
}

/** What officers say to each other of somebody: an answer, a letter, an act that waits. */
function plantMentions(id: string, words: object, say: Say, run: Run): void {
  const name = say("person_profile.name");
  run(
    "INSERT INTO op_log VALUES ('token:of-an-officer', ?, ?, 201, ?, 5)",
    id,
    "c".repeat(64),
    JSON.stringify({ name }),
  );
  run(
    `INSERT INTO letter (key, kind, recipient, words, state, state_at, queued_at)
      VALUES (?, 'account-changed', 'officer@example.org', ?, 'sent', 5, 5)`,
    `about:${id}`,
    JSON.stringify({ ...words, subject: `Novità: ${name}` }),
  );
  say("countersignature.request", name);
  run(
    `INSERT INTO countersignature (id, act_hash, act, request, asked_by, asked_at, expires_at)
      SELECT ?, ?, 'offices.grant', ?, p.id, 5, 9000000000000
        FROM role_grant g JOIN person p ON p.id = g.holder WHERE g.role = 'officer'`,
    ids.next(),
    "d".repeat(64),
    JSON.stringify({ name }),
  );
}

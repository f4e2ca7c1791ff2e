import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import { verifyText } from "#host/verify-text.ts";
import { sealPending } from "#market/jobs/seal-pending.ts";
import { openDatabase } from "#ports/database.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember } from "#tests/members.ts";
import { hasPython, recountInPython } from "./python.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  const [gives, takes] = [
    await admitMember(market, { name: "Ada", shares: 3 }),
    await admitMember(market, { name: "Bea", isSuspended: true }),
  ];
  await admitMember(market, { name: "Caio", isPaid: false });
  const transfer = await post(`members/${gives.memberId}/transfers`, gives.sent, {
    toBookNo: 2,
    shares: 1,
  });
  await post(`share-transfers/${String(transfer["id"])}/acceptance`, takes.sent, {});
  const answer = { verdict: "consented" };
  await post(`share-transfers/${String(transfer["id"])}/answer`, { token: officer }, answer);
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = market.env;
  await sealPending(openDatabase({ url, token }), instant(market.time.now), "now");
  market.database.exec("PRAGMA foreign_keys = OFF");
  for (const table of ["member_event", "share_event", "member_identity"]) {
    market.database.exec(`DROP TRIGGER IF EXISTS ${table}_stays`);
  }
});
afterAll(() => market.close());

const post = async (path: string, sent: object, body: object) =>
  (await market.call("POST", `/api/v1/${path}`, { ...sent, body })).body;
const CHAINS = { entries: "members/entries/export", movements: "members/shares/export" } as const;
const BOOK = "members/book.json";
const exported = async (path: string) =>
  (await market.call("GET", `/api/v1/${path}`, { token: officer })).body;
const textOf = async (path: string) => JSON.stringify(await exported(path));

/** What both verifiers say of texts; Python's is left out where it is not here. */
function judged(...texts: readonly string[]) {
  const runs = texts.map((text) => ["recount_book.py", text] as const);
  const python = hasPython ? recountInPython(runs) : [];
  return texts.map((text, at) => ({ own: verifyText(text), python: python[at] }));
}

describe("the exported book and its chains", () => {
  test.each([...Object.values(CHAINS), BOOK])("hold as they come: %s", async (path) => {
    const [said] = judged(await textOf(path));
    expect(said?.own).toMatchObject({ ok: true });
    if (hasPython) expect(said?.python).toMatchObject({ code: 0 });
  });

  test("are checked in parts as well, which end where the first one said", async () => {
    const first = await exported(`${CHAINS.entries}?limit=4`);
    await admitMember(market, { name: "Dalia" });
    const parts = [first];
    const next = first["next"] as string;
    parts.push(await exported(`${CHAINS.entries}?limit=4&after=${next}`));
    expect(parts.at(-1)?.["next"]).toBeNull();
    expect(verifyText(JSON.stringify(parts)).ok).toBe(true);
    expect(verifyText(JSON.stringify(parts.slice(1)))).toMatchObject({ entry: "part 1" });
  });

  test("are for those who keep the book and those who look over them", async () => {
    const member = await admitMember(market, { name: "Ezio" });
    for (const path of Object.values(CHAINS)) {
      expect((await market.call("GET", `/api/v1/${path}`, member.sent)).status).toBe(403);
    }
  });
});

/** Changes one column of one row straight in the database, and gives back what was there. */
type Value = string | number;

function edit(table: string, id: number, column: string, value: Value): () => void {
  const where = `WHERE id = ${id}`;
  const [before] = market.database
    .prepare(`SELECT ${column} FROM ${table} ${where}`)
    .pluck()
    .all([]) as (string | number)[];
  const set = market.database.prepare(`UPDATE ${table} SET ${column} = ? ${where}`);
  set.run([value]);
  return () => void set.run([before ?? ""]);
}

const ENTRY_EDITS = [
  ["kind", "reinstated"],
  ["ground", "inquiry"],
  ["detail", '{"bookNo":9}'],
  ["at", 5],
  ["actor", "nobody"],
  ["digest", "a".repeat(64)],
] as const;
const MOVEMENT_EDITS = [
  ["shares", 7],
  ["subscribed_cents", 99],
  ["paid_cents", 99],
  ["contributed_cents", 1],
  ["owed_cents", 1],
  ["plan", '[["2026-04-01",2500]]'],
  ["tx_ref", "share:other"],
  ["at", 5],
  ["actor", "nobody"],
  ["digest", "a".repeat(64)],
] as const;

interface Edit {
  readonly table: string;
  readonly path: string;
  readonly name: string;
  readonly ids: readonly number[];
}

/** What both verifiers say when one column of one row is another, row by row. */
async function expectNamed({ table, path, name, ids }: Edit, column: string, value: Value) {
  const texts: string[] = [];
  for (const id of ids) {
    const undo = edit(table, id, column, value);
    texts.push(await textOf(path));
    undo();
  }
  for (const [at, { own, python }] of judged(...texts).entries()) {
    const entry = `${name} ${String(ids[at])}`;
    expect(own).toMatchObject({ ok: false, entry });
    const told = [1, expect.stringContaining(`${entry}:`)];
    if (python !== undefined) expect([python.code, python.said]).toEqual(told);
  }
}

describe("a row that somebody edits in the database", () => {
  const entries = { table: "member_event", path: CHAINS.entries, name: "entry", ids: [1, 4, 7] };
  test.each(ENTRY_EDITS)("is named, of the entries: its %s", (column, value) =>
    expectNamed(entries, column, value),
  );

  const movements = {
    table: "share_event",
    path: CHAINS.movements,
    name: "movement",
    ids: [1, 4, 6],
  };
  test.each(MOVEMENT_EDITS)("is named, of the shares: its %s", (column, value) =>
    expectNamed(movements, column, value),
  );

  test("is found by its seal where its digest was made to fit", async () => {
    const part = await exported(CHAINS.entries);
    const [first, ...others] = part["entries"] as readonly { readonly [key: string]: string }[];
    const { id = "", digest: _, ...kept } = first ?? {};
    const says = { ...kept, actor: "nobody" };
    const forged = { ...says, id, digest: digestOf(says) };
    const [said] = judged(JSON.stringify({ ...part, entries: [forged, ...others] }));
    expect(said?.own).toMatchObject({ ok: false, entry: "seal 1" });
    if (hasPython) expect(said?.python?.said).toContain("seal 1:");
  });
});

test("a line of the book that says something else is named", async () => {
  const book = await exported(BOOK);
  const [first, second, ...others] = book["members"] as readonly object[];
  const edited = { ...second, class: "financing" };
  const [said] = judged(JSON.stringify({ ...book, members: [first, edited, ...others] }));
  expect(said?.own).toMatchObject({ ok: false, entry: "line 2" });
  if (hasPython) expect(said?.python?.said).toContain("line 2:");
});

test("one flipped byte of an export makes both verifiers fail", async () => {
  const whole = await Promise.all([...Object.values(CHAINS), BOOK].map(textOf));
  const bytes = fc.record({
    which: fc.integer({ min: 0, max: whole.length - 1 }),
    where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    by: fc.integer({ min: 1, max: 15 }),
  });
  const texts = fc.sample(bytes, 120).map(({ which, where, by }) => {
    const text = Buffer.from(whole[which] ?? "");
    const at = Math.floor(where * text.length);
    text[at] = (text[at] ?? 0) ^ by;
    return text.toString("latin1");
  });
  for (const { own, python } of judged(...texts)) {
    expect(own.ok).toBe(false);
    if (python !== undefined) expect(python.code).toBe(1);
  }
});

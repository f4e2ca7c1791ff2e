import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCall, type OpenCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { castSecretly, newTracker, SECRETLY } from "#tests/secret-votes.ts";

/** What a secret vote leaves behind: tables that say what was said, or that a receipt was given. */
const SECRET_TABLES = ["secret_ballot", "secret_receipt"] as const;
const CHOICES = ["yes", "no", "abstain"] as const;

let market: Market;
let call: OpenCall;
/** What each member cast, which only this test knows. */
let cast: { readonly by: AdmittedMember; readonly vote: string; readonly tracker: string }[];
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  const members: AdmittedMember[] = [];
  for (let number = 0; number < 12; number++) {
    members.push(await admitVoter(market, { name: `Socia ${number}` }));
  }
  call = await openCall(market, { members, policy: SECRETLY });
  cast = members.map((by, at) => ({
    by,
    vote: CHOICES[at % CHOICES.length] ?? "yes",
    tracker: newTracker(),
  }));
  for (const { by, vote, tracker } of cast) {
    market.time.now += 1000;
    const body = { choice: { vote }, tracker };
    const { status } = await castSecretly(market, call, by, { body });
    if (status !== 201) throw new Error(`not cast: ${status}`);
  }
}, 30_000);
afterAll(() => market.close());

const rows = (sql: string, ...args: string[]): unknown[][] =>
  market.database.prepare(sql).raw().all(args) as unknown[][];

describe("the schema of a secret vote", () => {
  test("has no column that says who or when, and no number in the order of coming", () => {
    for (const table of [...SECRET_TABLES, "voted"]) {
      const columns = rows("SELECT name FROM pragma_table_xinfo(?)", table).flat();
      const telling = columns.filter((name) =>
        /_at$|_by$|person|session|time|seq|nth/.test(String(name)),
      );
      expect(telling).toEqual([]);
      const [[isWithoutRowid] = []] = rows("SELECT wr FROM pragma_table_list(?)", table);
      expect(isWithoutRowid).toBe(1);
    }
    for (const table of SECRET_TABLES) {
      const columns = rows("SELECT name FROM pragma_table_xinfo(?)", table).flat();
      expect(columns.filter((name) => /member|elector|proxy/.test(String(name)))).toEqual([]);
    }
    const voted = rows("SELECT name FROM pragma_table_xinfo('voted')").flat();
    expect(voted).toEqual(["proposal_id", "call_number", "member_id"]);
  });

  test("lets a secret row refer to its call and to nothing else, and nothing to it", () => {
    for (const table of SECRET_TABLES) {
      const referred = rows('SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)', table);
      expect(referred).toEqual([["vote_call"]]);
      const indexed = rows("SELECT origin FROM pragma_index_list(?)", table);
      expect(indexed).toEqual([["pk"]]);
      const referring = rows(
        `SELECT t.name FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
          WHERE t.schema = 'main' AND f."table" = ?`,
        table,
      );
      expect(referring).toEqual([]);
    }
  });
});

describe("the rows of a secret vote", () => {
  test("share no value with a row of anybody, but for the call they are of", () => {
    const shared = new Set([call.proposalId, "1", "", "head", "null", ...CHOICES]);
    const telling = SECRET_TABLES.flatMap((table) => rows(`SELECT * FROM ${table}`))
      .flat()
      .map(String)
      .filter((value) => !shared.has(value) && !value.startsWith("{"));
    expect(telling.length).toBeGreaterThan(3 * cast.length);
    const tables = rows(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT LIKE 'sqlite_%'`,
    )
      .flat()
      .map(String)
      .filter((table) => !(SECRET_TABLES as readonly string[]).includes(table));
    const everywhereElse = tables.map((table) => JSON.stringify(rows(`SELECT * FROM ${table}`)));
    const found = telling.filter((value) => everywhereElse.some((text) => text.includes(value)));
    expect(found).toEqual([]);
    // Nor do the two tables with each other: a receipt does not lead to what its ballot says.
    const [ballots, receipts] = SECRET_TABLES.map(
      (table) => new Set(rows(`SELECT * FROM ${table}`).flat().map(String)),
    );
    const both = [...(ballots ?? [])].filter((value) => receipts?.has(value));
    expect(both.toSorted()).toEqual(["1", call.proposalId].toSorted());
  });

  test("what is remembered of the requests says that they were counted, and no more", () => {
    const remembered = rows("SELECT request_hash, body FROM op_log WHERE body LIKE '%counted%'");
    expect(remembered.map(([, body]) => body)).toEqual(cast.map(() => '{"counted":true}'));
    // Two members cast the same choice, and their requests differ; nothing of it is the choice.
    expect(new Set(remembered.map(([hash]) => hash)).size).toBe(cast.length);
    const log = JSON.stringify(rows("SELECT * FROM op_log"));
    expect(cast.filter(({ tracker }) => log.includes(tracker))).toEqual([]);
  });

  test("the same right to vote has the same hash whatever the ballot says", async () => {
    const { by } = cast[0] ?? {};
    if (by === undefined) throw new Error("somebody voted");
    const other = await openCall(market, { members: cast.map((one) => one.by), policy: SECRETLY });
    const sent = { key: "one-right" };
    const first = await castSecretly(market, other, by, { sent });
    const body = { choice: { vote: "no" } };
    const repeat = await castSecretly(market, other, by, { body, sent });
    expect([first.status, repeat.status, repeat.body.receipt]).toEqual([201, 201, null]);
  });

  test("stand in no order of casting: those of trackers, marks and members say nothing", () => {
    const inOrder = (sql: string) => rows(sql, call.proposalId).flat().map(String);
    const receipts = inOrder("SELECT tracker FROM secret_receipt WHERE proposal_id = ?");
    expect(receipts).toEqual(cast.map(({ tracker }) => tracker).toSorted());
    const marks = inOrder("SELECT mark FROM secret_ballot WHERE proposal_id = ?");
    expect(marks).toEqual(marks.toSorted());
    const voted = inOrder("SELECT member_id FROM voted WHERE proposal_id = ?");
    expect(voted).toEqual(cast.map(({ by }) => String(by.memberId)).toSorted());
    const said = inOrder("SELECT choice ->> '$.vote' FROM secret_ballot WHERE proposal_id = ?");
    expect(said.toSorted()).toEqual(cast.map(({ vote }) => vote).toSorted());
  });
});

test("a copy of one's own data tells open ballots, and secret votes as used", async () => {
  const { by } = cast[1] ?? {};
  if (by === undefined) throw new Error("somebody voted");
  const open = await openCall(market, { members: [by] });
  const body = { callNumber: 1, memberId: by.memberId, choice: { vote: "no" } };
  const path = `/api/v1/proposals/${open.proposalId}/ballots`;
  const { body: receipt } = await market.call("POST", path, { ...by.sent, body });
  const copy = await market.call("GET", "/api/v1/me/export", by.sent);
  expect(copy.body["ballots"]).toMatchObject([
    { callNumber: 1, tracker: receipt["tracker"], choice: '{"vote":"no"}' },
  ]);
  expect(copy.body["secretVotes"]).toEqual([{ proposal: expect.any(Number), callNumber: 1 }]);
});

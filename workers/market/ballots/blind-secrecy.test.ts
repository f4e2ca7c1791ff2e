import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BLINDLY, castBlindly, type HeldToken, heldToken } from "#tests/blind-votes.ts";
import { openCall, type OpenCall } from "#tests/calls.ts";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import { verifyExported } from "#tests/exported-votes.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";

const CHOICES = ["yes", "no", "abstain"] as const;

let market: Market;
let call: OpenCall;
/** What each member cast, which only this test knows. */
let cast: { readonly by: AdmittedMember; readonly vote: string; readonly held: HeldToken }[];
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  const members: AdmittedMember[] = [];
  for (let number = 0; number < 6; number++) {
    members.push(await admitVoter(market, { name: `Socia ${number}` }));
  }
  call = await openCall(market, { members, policy: BLINDLY });
  cast = [];
  for (const [at, by] of members.entries()) {
    market.time.now += 1000;
    const held = await heldToken(market, call, by);
    cast.push({ by, vote: CHOICES[at % CHOICES.length] ?? "yes", held });
  }
  for (const { vote, held } of cast) {
    market.time.now += 1000;
    const { status } = await castBlindly(market, call, held, { body: { choice: { vote } } });
    if (status !== 201) throw new Error(`not cast: ${status}`);
  }
}, 30_000);
afterAll(() => market.close());

const rows = (sql: string, ...args: string[]): unknown[][] =>
  market.database.prepare(sql).raw().all(args) as unknown[][];
const tables = () =>
  rows(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
    AND name NOT LIKE 'sqlite_%'`)
    .flat()
    .map(String);

describe("the schema of a blind vote", () => {
  test("knows of a given token whose it is and what was signed, not when nor in what order", () => {
    const columns = rows("SELECT name FROM pragma_table_xinfo('given_token')").flat();
    expect(columns).toEqual(["proposal_id", "call_number", "member_id", "blinded"]);
    expect(rows("SELECT wr FROM pragma_table_list('given_token')")).toEqual([[1]]);
  });

  test("leads from no token to a ballot, and from nothing to what was given", () => {
    const referred = rows(
      `SELECT DISTINCT "table" FROM pragma_foreign_key_list('given_token') ORDER BY 1`,
    );
    expect(referred).toEqual([["voted"]]);
    expect(rows("SELECT origin FROM pragma_index_list('given_token')")).toEqual([["pk"]]);
    const referring = rows(
      `SELECT t.name FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
        WHERE t.schema = 'main' AND f."table" = 'given_token'`,
    );
    expect(referring).toEqual([]);
  });
});

describe("the rows of a blind vote", () => {
  test("of tokens that were given and of those that were shown have nothing in common", () => {
    const given = rows("SELECT blinded FROM given_token").flat().map(String);
    const shown = rows("SELECT tracker, digest, prefix, signature FROM secret_receipt")
      .flat()
      .map(String);
    expect([given.length, shown.length]).toEqual([cast.length, 4 * cast.length]);
    const everywhere = (but: string) =>
      tables()
        .filter((table) => table !== but)
        .map((table) => JSON.stringify(rows(`SELECT * FROM ${table}`)));
    const found = (values: readonly string[], but: string) => {
      const texts = everywhere(but);
      return values.filter((value) => texts.some((text) => text.includes(value)));
    };
    expect(found(given, "given_token")).toEqual([]);
    expect(found(shown, "secret_receipt")).toEqual([]);
    const marks = rows("SELECT mark, digest FROM secret_ballot").flat().map(String);
    expect(found(marks, "secret_ballot")).toEqual([]);
  });

  test("stand by member, tracker and mark: the order of asking and of casting is nowhere", () => {
    const inOrder = (sql: string) => rows(sql, call.proposalId).flat().map(String);
    const given = inOrder("SELECT member_id FROM given_token WHERE proposal_id = ?");
    expect(given).toEqual(cast.map(({ by }) => String(by.memberId)).toSorted());
    const shown = inOrder("SELECT tracker FROM secret_receipt WHERE proposal_id = ?");
    expect(shown).toEqual(cast.map(({ held }) => held.tracker).toSorted());
    const marks = inOrder("SELECT mark FROM secret_ballot WHERE proposal_id = ?");
    expect(marks).toEqual(marks.toSorted());
    const said = inOrder("SELECT choice ->> '$.vote' FROM secret_ballot WHERE proposal_id = ?");
    expect(said.toSorted()).toEqual(cast.map(({ vote }) => vote).toSorted());
  });

  test("what is remembered of a cast names nobody, no choice and no receipt", () => {
    const remembered = rows(
      "SELECT actor, request_hash, body FROM op_log WHERE body LIKE '%counted%'",
    );
    expect(remembered.map(([, , body]) => body)).toEqual(cast.map(() => '{"counted":true}'));
    // All casts of a vote are the same request, by as many nobodies.
    expect(new Set(remembered.map(([, hash]) => hash)).size).toBe(1);
    expect(new Set(remembered.map(([actor]) => actor)).size).toBe(cast.length);
    const asked = rows("SELECT actor, body FROM op_log WHERE body LIKE '%given%'");
    expect(asked.map(([, body]) => body)).toEqual(cast.map(() => '{"given":true}'));
    const actors = new Set(asked.map(([actor]) => actor));
    expect(remembered.filter(([actor]) => actors.has(actor))).toEqual([]);
    const log = JSON.stringify(rows("SELECT * FROM op_log"));
    const told = cast.flatMap(({ held: { tracker, token } }) => [tracker, token.signature]);
    expect(told.filter((value) => log.includes(value))).toEqual([]);
  });

  test("hold as many ballots as tokens, and the box closes over them", async () => {
    market.time.now = call.closesAt;
    await market.tick();
    const boxes = rows("SELECT ballots FROM ballot_box WHERE proposal_id = ?", call.proposalId);
    expect(boxes).toEqual([[cast.length]]);
  });

  test("are exported to everybody, with a key, its tokens and the rows given one", async () => {
    const path = `/api/v1/proposals/${call.proposalId}/export`;
    const { body: vote } = await market.call<ExportedVote>("GET", path);
    expect(vote.call.tokenKey).toBe(call.tokenKey);
    expect([vote.voted, vote.given?.length, vote.ballots.length]).toEqual([6, 6, 6]);
    expect(verifyExported(vote)).toMatchObject({ ok: true, checked: { receipts: 6 } });
    const [first, ...others] = vote.receipts;
    if (first?.token === undefined) throw new Error("a receipt has a token");
    const signature = first.token.signature.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    const bent = { ...first, token: { ...first.token, signature } };
    const changed = { ...vote, receipts: [bent, ...others] };
    expect(verifyExported(changed)).toMatchObject({ ok: false, entry: "receipt 1" });
    const told = JSON.stringify(vote);
    expect(cast.filter(({ by }) => told.includes(String(by.memberId)))).toEqual([]);
  });
});

test("a copy of one's own data tells that the blind vote is used, and no more of it", async () => {
  const { by, held } = cast[1] ?? {};
  if (by === undefined || held === undefined) throw new Error("somebody voted");
  const copy = await market.call("GET", "/api/v1/me/export", by.sent);
  expect(copy.body["secretVotes"]).toEqual([{ proposal: expect.any(Number), callNumber: 1 }]);
  expect(JSON.stringify(copy.body)).not.toContain(held.tracker);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenText } from "#domain/governance/ballots/token.ts";
import { receiptDigest } from "#domain/governance/ballots/ballot.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { DAY, HOUR } from "#domain/kernel/instant.ts";
import {
  BLINDLY,
  castBlindly,
  type HeldToken,
  heldToken,
  tokenGiven,
  tokenSigned,
} from "#tests/blind-votes.ts";
import { type OpenCall, openCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { aRule } from "#tests/policies.ts";
import { newTracker } from "#tests/secret-votes.ts";
import { openBlindKeys } from "#ports/blind-keys.ts";

let market: Market;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let carla: AdmittedMember;
let members: readonly AdmittedMember[];
/** One vote for all of what a token lets in; each test has its own token. */
let call: OpenCall;
let held: HeldToken;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  ada = await admitVoter(market, { name: "Ada" });
  bruno = await admitVoter(market, { name: "Bruno" });
  carla = await admitVoter(market, { name: "Carla" });
  members = [ada, bruno, carla];
  call = await openCall(market, { members, policy: BLINDLY });
  held = await heldToken(market, call, ada);
});
afterAll(() => market.close());

const count = (table: string, of: OpenCall) =>
  market.database
    .prepare(`SELECT count(*) FROM ${table} WHERE proposal_id = ?`)
    .pluck()
    .all([of.proposalId])[0];
const inBox = (of: OpenCall) =>
  ["voted", "secret_receipt", "secret_ballot"].map((table) => count(table, of));

/** Tokens of a key that the network does not hold, and of one that it holds for something else. */
async function forged(): Promise<readonly HeldToken[]> {
  const keys = openBlindKeys("another secret of thirty-two characters");
  const tracker = newTracker();
  const { prefix, signature } = held.token;
  const strange = await keys.signText(await keys.make(), prefix, tokenText(call, tracker));
  const elsewhere = await openCall(market, { members, policy: BLINDLY });
  const of = await tokenGiven(market, elsewhere, ada);
  const flip = (hex: string) => (hex.startsWith("0") ? "1" : "0") + hex.slice(1);
  return [
    { tracker, token: { prefix, signature: strange } },
    of,
    { tracker: newTracker(), token: held.token },
    { ...held, token: { prefix: flip(prefix), signature } },
    { ...held, token: { prefix, signature: flip(signature) } },
    { ...held, token: { prefix, signature: "0".repeat(512) } },
    { ...held, token: { prefix, signature: call.tokenKey ?? "" } },
  ];
}

describe("a blind ballot", () => {
  test("goes in with nothing but a token that the key of its vote signed", async () => {
    for (const token of await forged()) {
      const no = await castBlindly(market, call, token);
      expect([no.status, no.body.code]).toEqual([403, "token-not-signed"]);
    }
    expect(inBox(call)).toEqual([1, 0, 0]);
    const got = await castBlindly(market, call, held);
    const { tracker } = held;
    expect(got.status).toBe(201);
    const receipt = { tracker, digest: receiptDigest(call, held) };
    expect(got.body).toEqual({ counted: true, receipt });
    expect(inBox(call)).toEqual([1, 1, 1]);
    const path = `/api/v1/proposals/${call.proposalId}/receipts/${tracker}`;
    const found = await market.call("GET", path);
    expect(found.body).toMatchObject({ state: "included", digest: receipt.digest, choice: null });
  }, 20_000);

  test("uses its token up: a repeat counts once, another one not at all", async () => {
    const own = await tokenGiven(market, call, bruno);
    const before = inBox(call)[1];
    const sent = { key: "blind-once" };
    const first = await castBlindly(market, call, own, { sent });
    expect(first.body.counted).toBe(true);
    const again = await castBlindly(market, call, own, { sent });
    expect([again.status, again.body]).toEqual([201, { counted: true, receipt: null }]);
    const other = await castBlindly(market, call, own, { body: { choice: { vote: "no" } } });
    expect([other.status, other.body.code]).toEqual([409, "token-used"]);
    expect(inBox(call)[1]).toBe(Number(before) + 1);
  });

  test("of fifty at once with one token is one", async () => {
    const own = await tokenGiven(market, call, carla);
    const before = inBox(call);
    const got = await Promise.all(Array.from({ length: 50 }, () => castBlindly(market, call, own)));
    expect(got.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(got.map(({ body }) => body.code))).toEqual(new Set([undefined, "token-used"]));
    expect(inBox(call)).toEqual([before[0], Number(before[1]) + 1, Number(before[2]) + 1]);
  }, 20_000);

  test("comes from nobody: who is signed in is not looked at, and leaves no trace", async () => {
    const quiet = await openCall(market, { members, policy: BLINDLY });
    const own = await tokenGiven(market, quiet, bruno);
    const actors = () =>
      market.database.prepare("SELECT actor FROM op_log").pluck().all([]).map(String);
    const before = new Set(actors());
    const got = await castBlindly(market, quiet, own, { sent: ada.sent });
    expect(got.status).toBe(201);
    const fresh = actors().filter((actor) => !before.has(actor));
    expect(fresh).toEqual([expect.stringMatching(/^ballot:/)]);
    expect(fresh[0]).not.toContain(own.tracker);
  });

  test("is never one more than members who were given a token, whatever was signed", async () => {
    const few = await openCall(market, { members, policy: BLINDLY });
    const own = await tokenGiven(market, few, ada);
    await castBlindly(market, few, own);
    // Whoever holds the network's secret signs a token that no member asked for.
    const no = await castBlindly(market, few, await tokenSigned(market, few));
    expect([no.status, no.body.code]).toEqual([403, "token-not-signed"]);
    expect(inBox(few)).toEqual([1, 1, 1]);
  });

  test("goes in while the vote runs, fits it, and its key does not tell its tracker", async () => {
    const start = market.time.now;
    const brief = await openCall(market, { members, policy: BLINDLY, runsMs: HOUR });
    const own = await tokenGiven(market, brief, ada);
    const told = await castBlindly(market, brief, own, { sent: { key: `k-${own.tracker}` } });
    expect([told.status, told.body.code]).toEqual([422, "tracker-in-key"]);
    const choice = { ranking: ["ada"] };
    const unfit = await castBlindly(market, brief, own, { body: { choice } });
    expect(unfit.body.code).toBe("choice-unfit");
    market.time.now = brief.closesAt + DAY;
    expect((await castBlindly(market, brief, own)).body.code).toBe("vote-closed");
    market.time.now = start;
    const missing = { proposalId: "0".repeat(26) as OpenCall["proposalId"] };
    expect((await castBlindly(market, missing, own)).status).toBe(404);
    const open = await openCall(market, { members });
    expect((await castBlindly(market, open, own)).body.code).toBe("vote-cast-otherwise");
    for (const token of [{}, { prefix: "", signature: "" }, null, "x"]) {
      expect((await castBlindly(market, brief, own, { body: { token } })).status).toBe(400);
    }
  });

  test("that brings the quorum late extends the vote", async () => {
    const policy = { ...BLINDLY, calls: [aRule({ quorum: fraction(1, 3) })] as const };
    const late = await openCall(market, { members, policy, runsMs: HOUR });
    await castBlindly(market, late, await tokenGiven(market, late, ada));
    const closing = market.database
      .prepare("SELECT extended_to FROM vote_call WHERE proposal_id = ?")
      .pluck()
      .all([late.proposalId])[0];
    expect(closing).toBe(late.closesAt + DAY);
  });
});

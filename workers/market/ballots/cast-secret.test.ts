import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiptDigest } from "#domain/governance/ballots/ballot.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { DAY, HOUR } from "#domain/kernel/instant.ts";
import { giveProxy, type OpenCall, openCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { aRule } from "#tests/policies.ts";
import { castSecretly, newTracker, SECRETLY } from "#tests/secret-votes.ts";

let market: Market;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let carla: AdmittedMember;
let members: readonly AdmittedMember[];
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  ada = await admitVoter(market, { name: "Ada" });
  bruno = await admitVoter(market, { name: "Bruno" });
  carla = await admitVoter(market, { name: "Carla" });
  members = [ada, bruno, carla];
});
afterAll(() => market.close());

const secretCall = (change = {}) => openCall(market, { members, policy: SECRETLY, ...change });
const count = (table: string, call: OpenCall) =>
  market.database
    .prepare(`SELECT count(*) FROM ${table} WHERE proposal_id = ?`)
    .pluck()
    .all([call.proposalId])[0];
const inBox = (call: OpenCall) =>
  ["voted", "secret_receipt", "secret_ballot"].map((table) => count(table, call));

describe("a secret ballot", () => {
  test("is counted, and its receipt says nothing of the choice", async () => {
    const call = await secretCall();
    const tracker = newTracker();
    const got = await castSecretly(market, call, ada, { body: { tracker } });
    expect(got.status).toBe(201);
    const digest = receiptDigest(call, { tracker });
    expect(got.body).toEqual({ counted: true, receipt: { tracker, digest } });
    expect(inBox(call)).toEqual([1, 1, 1]);
  });

  test("asks for a passkey that signs the right to vote, whatever is in the ballot", async () => {
    const call = await secretCall();
    const key = "right-to-vote";
    const sent = { key, unsigned: true } as const;
    const asked = await castSecretly(market, call, ada, { sent });
    expect(asked.body.code).toBe("passkey-needed");
    const assertion = (await market.keys.answer(asked.body)) ?? "";
    const headers = { ...ada.sent.headers, "Passkey-Assertion": assertion };
    // The signature stands for another choice and tracker, and for nobody else's vote.
    const other = await castSecretly(market, call, ada, {
      body: { memberId: bruno.memberId, byMemberId: ada.memberId },
      sent: { key: "another-right", headers },
    });
    expect(other.body.code).toBe("passkey-refused");
    const no = { choice: { vote: "no" } };
    const got = await castSecretly(market, call, ada, { body: no, sent: { key, headers } });
    expect(got.status).toBe(201);
  });

  test("is final: a second cast is refused, and a repeat is no second one", async () => {
    const call = await secretCall();
    const body = { tracker: newTracker() };
    const sent = { key: "secret-once" };
    await castSecretly(market, call, ada, { body, sent });
    const again = await castSecretly(market, call, ada, { body, sent });
    expect([again.status, again.body]).toEqual([201, { counted: true, receipt: null }]);
    const second = await castSecretly(market, call, ada);
    expect([second.status, second.body.code]).toEqual([409, "ballot-cast-already"]);
    expect(inBox(call)).toEqual([1, 1, 1]);
  });

  test("of fifty at once by one member one counts", async () => {
    const call = await secretCall();
    const got = await Promise.all(
      Array.from({ length: 50 }, () => castSecretly(market, call, ada)),
    );
    expect(got.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(got.map(({ body }) => body.code))).toEqual(
      new Set([undefined, "ballot-cast-already"]),
    );
    expect(inBox(call)).toEqual([1, 1, 1]);
  }, 20_000);

  test("needs a tracker of its own, and a key that does not tell it", async () => {
    const call = await secretCall();
    const tracker = newTracker();
    await castSecretly(market, call, ada, { body: { tracker } });
    const taken = await castSecretly(market, call, bruno, { body: { tracker } });
    expect([taken.status, taken.body.code]).toEqual([409, "tracker-taken"]);
    const own = newTracker();
    const told = await castSecretly(market, call, bruno, {
      body: { tracker: own },
      sent: { key: `vote-${own}` },
    });
    expect([told.status, told.body.code]).toEqual([422, "tracker-in-key"]);
    expect((await castSecretly(market, call, bruno, { body: { tracker: "x" } })).status).toBe(400);
    expect(inBox(call)).toEqual([1, 1, 1]);
  });

  test("is cast for who gave a proxy, once for both", async () => {
    const call = await secretCall();
    await giveProxy(market, call, { giver: ada.memberId, holder: bruno.memberId });
    const body = { memberId: ada.memberId, byMemberId: bruno.memberId };
    expect((await castSecretly(market, call, carla, { body })).status).toBe(404);
    expect((await castSecretly(market, call, bruno, { body })).status).toBe(201);
    expect((await castSecretly(market, call, ada)).body.code).toBe("ballot-cast-already");
  });

  test("goes in while the vote runs, and into a secret vote only", async () => {
    const start = market.time.now;
    const call = await secretCall({ opensInMs: 1000, runsMs: 1000 });
    expect((await castSecretly(market, call, ada)).body.code).toBe("vote-not-open");
    market.time.now = call.opensAt;
    expect((await castSecretly(market, call, ada)).status).toBe(201);
    market.time.now = call.closesAt - 1;
    expect((await castSecretly(market, call, bruno)).status).toBe(201);
    market.time.now = call.closesAt + DAY;
    expect((await castSecretly(market, call, carla)).body.code).toBe("vote-closed");
    market.time.now = start;
    const open = await openCall(market, { members });
    expect((await castSecretly(market, open, ada)).body.code).toBe("vote-cast-otherwise");
  });

  test("that brings the quorum late extends the vote", async () => {
    const policy = { ...SECRETLY, calls: [aRule({ quorum: fraction(2, 3) })] as const };
    const call = await secretCall({ policy, runsMs: HOUR });
    await castSecretly(market, call, ada);
    await castSecretly(market, call, bruno);
    const closing = market.database
      .prepare("SELECT extended_to FROM vote_call WHERE proposal_id = ?")
      .pluck()
      .all([call.proposalId])[0];
    expect(closing).toBe(call.closesAt + DAY);
  });
});

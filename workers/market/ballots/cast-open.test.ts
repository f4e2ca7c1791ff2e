import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ballotDigest } from "#domain/governance/ballots/ballot.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { DAY, HOUR, instant } from "#domain/kernel/instant.ts";
import { giveProxy, type OpenCall, openCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { aPolicy, aRule } from "#tests/policies.ts";

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

const yes = { vote: "yes" } as const;
const no = { vote: "no" } as const;
const cast = (call: OpenCall, by: AdmittedMember, body: object = {}, sent: Sent = {}) =>
  market.call("POST", `/api/v1/proposals/${call.proposalId}/ballots`, {
    ...by.sent,
    ...sent,
    body: { callNumber: 1, memberId: by.memberId, choice: yes, ...body },
  });
const refused = async (got: ReturnType<typeof cast>) => (await got).body["code"];
const rows = (call: OpenCall, columns = "member_id, by_member, nth, choice") =>
  market.database
    .prepare(`SELECT ${columns} FROM ballot WHERE proposal_id = ? ORDER BY number`)
    .raw()
    .all([call.proposalId]);

describe("an open ballot", () => {
  test("is signed with a passkey, kept, and answered with its receipt", async () => {
    const call = await openCall(market, { members });
    const unsigned = await cast(call, ada, {}, { unsigned: true });
    expect([unsigned.status, unsigned.body["code"]]).toEqual([403, "passkey-needed"]);
    const got = await cast(call, ada);
    expect(got.status).toBe(201);
    const { tracker, digest, castAt } = got.body as Record<string, string>;
    const ballot = {
      tracker: String(tracker),
      member: ada.memberId,
      by: ada.memberId,
      nth: 1,
      choice: yes,
    };
    const casting = { castAt: instant(Number(castAt)), paper: null };
    expect(digest).toBe(ballotDigest(call, ballot, casting));
    expect(rows(call)).toEqual([[ada.memberId, ada.memberId, 1, '{"vote":"yes"}']]);
  });

  test("the same request again gets the same receipt, and another under its key none", async () => {
    const call = await openCall(market, { members });
    const key = "one-ballot";
    const first = await cast(call, ada, {}, { key });
    expect((await cast(call, ada, {}, { key })).body).toEqual(first.body);
    expect(await refused(cast(call, ada, { choice: no }, { key }))).toBe("key-reused");
    expect(rows(call)).toHaveLength(1);
  });

  test("where votes may be changed the last counts, and all are kept", async () => {
    const call = await openCall(market, { members });
    await cast(call, ada);
    await cast(call, ada, { choice: no });
    expect(rows(call, "nth, choice")).toEqual([
      [1, '{"vote":"yes"}'],
      [2, '{"vote":"no"}'],
    ]);
  });

  test("of fifty at once by one hand one counts, where votes are not changed", async () => {
    const call = await openCall(market, { members, policy: { mayRevote: false } });
    const got = await Promise.all(Array.from({ length: 50 }, () => cast(call, ada)));
    expect(got.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = new Set(got.map(({ body }) => body["code"]));
    expect(codes).toEqual(new Set([undefined, "ballot-cast-already"]));
    expect(rows(call)).toHaveLength(1);
  }, 20_000);

  test("goes in from the first instant of the vote to the one before its close", async () => {
    const start = market.time.now;
    const policy = { times: { ...aPolicy().times, extensionHours: 0 } };
    const call = await openCall(market, { members, policy, opensInMs: 1000, runsMs: 1000 });
    expect((await cast(call, ada)).body).toMatchObject({
      code: "vote-not-open",
      opensAt: call.opensAt,
    });
    market.time.now = call.opensAt;
    expect((await cast(call, ada)).status).toBe(201);
    market.time.now = call.closesAt - 1;
    expect((await cast(call, bruno)).status).toBe(201);
    market.time.now = call.closesAt;
    expect((await cast(call, carla)).body).toMatchObject({
      code: "vote-closed",
      closedAt: call.closesAt,
    });
    market.time.now = start;
  });

  test("is refused of who may not vote, by whom it is not, and in another form", async () => {
    const call = await openCall(market, { members: [ada], suspended: [bruno.memberId] });
    expect((await cast(call, bruno)).body).toMatchObject({
      code: "not-in-electorate",
      why: "suspended",
    });
    expect((await cast(call, carla)).body).toMatchObject({
      code: "not-in-electorate",
      why: "not-in-the-book",
    });
    const other = await cast(call, bruno, { memberId: ada.memberId });
    expect([other.status, other.body["what"]]).toEqual([404, "member"]);
    expect(await refused(cast(call, ada, { choice: { approved: [] } }))).toBe("choice-unfit");
    expect(await refused(cast(call, ada, { callNumber: 2 }))).toBe("not-found");
    const nobody = { ...ada, sent: {} };
    expect((await cast(call, nobody)).status).toBe(401);
    const secret = await openCall(market, {
      members,
      policy: { secrecy: "detached", mayRevote: false, mostProxies: 0 },
    });
    expect((await cast(secret, ada)).body).toMatchObject({
      code: "vote-cast-otherwise",
      secrecy: "detached",
    });
  });

  test("an objection has a reason, and may be taken back where no vote is changed", async () => {
    const policy = { method: "consent", mayRevote: false } as const;
    const call = await openCall(market, { members, policy });
    const objection = { vote: "objection", reason: " manca il preventivo " };
    const bare = await cast(call, ada, { choice: { vote: "objection", reason: " " } });
    expect(bare.body["why"]).toBe("objection-without-reason");
    expect((await cast(call, ada, { choice: objection })).status).toBe(201);
    const back = await cast(call, ada, { choice: { vote: "consent" } });
    expect([back.status, back.body["nth"]]).toEqual([201, 2]);
    expect(await refused(cast(call, ada, { choice: objection }))).toBe("ballot-cast-already");
  });
});

describe("a proxy", () => {
  const forAda = (call: OpenCall, by: AdmittedMember, choice: object = no) =>
    cast(call, by, { memberId: ada.memberId, byMemberId: by.memberId, choice });

  test("lets its holder vote for who gave it, and nobody else", async () => {
    const call = await openCall(market, { members });
    expect(await refused(forAda(call, bruno))).toBe("proxy-missing");
    await giveProxy(market, call, { giver: ada.memberId, holder: bruno.memberId });
    expect((await forAda(call, bruno)).status).toBe(201);
    expect(await refused(forAda(call, carla))).toBe("proxy-missing");
    expect(rows(call, "member_id, by_member")).toEqual([[ada.memberId, bruno.memberId]]);
  });

  test("gives way to the member's own ballot, or stays, as the policy says", async () => {
    for (const ownBeatsProxy of [true, false]) {
      const call = await openCall(market, { members, policy: { ownBeatsProxy } });
      await giveProxy(market, call, { giver: ada.memberId, holder: bruno.memberId });
      await forAda(call, bruno);
      const own = await cast(call, ada);
      expect(own.body["code"]).toBe(ownBeatsProxy ? undefined : "ballot-cast-by-other");
      const after = await forAda(call, bruno, yes);
      expect(after.body["code"]).toBe(ownBeatsProxy ? "ballot-cast-by-other" : undefined);
    }
  });
});

describe("a quorum that comes late", () => {
  const policy = {
    calls: [aRule({ quorum: fraction(2, 3) })] as const,
    ownBeatsProxy: true,
  };
  const closing = (call: OpenCall) =>
    market.database
      .prepare("SELECT quorum_at, extended_to FROM vote_call WHERE proposal_id = ?")
      .raw()
      .all([call.proposalId])[0];

  test("extends the vote once, by the ballot that brings it", async () => {
    const start = market.time.now;
    const call = await openCall(market, { members, policy });
    market.time.now = call.closesAt - HOUR;
    await cast(call, ada);
    await cast(call, ada, { choice: no });
    expect(closing(call)).toEqual([null, null]);
    await cast(call, bruno);
    const extended = call.closesAt + DAY;
    expect(closing(call)).toEqual([call.closesAt - HOUR, extended]);
    market.time.now = extended - 1;
    const late = await cast(call, carla);
    expect(late.body["closesAt"]).toBe(extended);
    market.time.now = extended;
    expect((await cast(call, carla)).body).toMatchObject({ closedAt: extended });
    market.time.now = start;
  });

  test("that came in time extends nothing, and ballots at once extend once", async () => {
    const start = market.time.now;
    const early = await openCall(market, { members, policy });
    await cast(early, ada);
    await cast(early, bruno);
    market.time.now = early.closesAt - HOUR;
    await cast(early, carla);
    expect(closing(early)).toEqual([null, null]);
    const atOnce = await openCall(market, { members, policy, runsMs: HOUR });
    await Promise.all([cast(atOnce, ada), cast(atOnce, bruno), cast(atOnce, carla)]);
    expect(closing(atOnce)).toEqual([market.time.now, atOnce.closesAt + DAY]);
    market.time.now = start;
  });

  test("of votes cast is not brought by a blank ballot", async () => {
    const of = { share: fraction(2, 3), of: "cast", isStrict: false } as const;
    const calls = [{ ...aRule(), quorum: of }] as const;
    const call = await openCall(market, { members, policy: { calls }, runsMs: HOUR });
    await cast(call, ada);
    await cast(call, bruno, { choice: { vote: "abstain" } });
    expect(closing(call)).toEqual([null, null]);
    await cast(call, bruno, { choice: no });
    expect(closing(call)).toEqual([market.time.now, call.closesAt + DAY]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isTokenOf } from "#domain/governance/ballots/token.ts";
import { askToken, blindedFor, BLINDLY } from "#tests/blind-votes.ts";
import { giveProxy, type OpenCall, openCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { castSecretly, SECRETLY } from "#tests/secret-votes.ts";

let market: Market;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let members: readonly AdmittedMember[];
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  ada = await admitVoter(market, { name: "Ada" });
  bruno = await admitVoter(market, { name: "Bruno" });
  members = [ada, bruno];
});
afterAll(() => market.close());

const blindCall = (change = {}) => openCall(market, { members, policy: BLINDLY, ...change });
const rows = (sql: string, call: OpenCall): unknown =>
  market.database.prepare(sql).raw().all([call.proposalId]);
const given = (call: OpenCall) =>
  rows("SELECT member_id, blinded FROM given_token WHERE proposal_id = ?", call);
/** A number that any key signs, where nobody takes the blinding away. */
const someNumber = (digit: number) => `00${`${digit}7`.repeat(255)}`;

describe("the token of a blind vote", () => {
  test("is signed unseen, and whoever has it has voted", async () => {
    const call = await blindCall();
    const { tracker, blinded, finish } = await blindedFor(call);
    const got = await askToken(market, call, ada, { body: { blinded } });
    expect([got.status, got.body.given]).toEqual([201, true]);
    const token = await finish(got.body.signature);
    expect(isTokenOf(call.tokenKey ?? "", call, { tracker, token })).toBe(true);
    expect(given(call)).toEqual([[ada.memberId, blinded]]);
    const voted = rows("SELECT member_id FROM voted WHERE proposal_id = ?", call);
    expect(voted).toEqual([[ada.memberId]]);
  });

  test("asks for a passkey that signs the right to vote, whatever is to be signed", async () => {
    const call = await blindCall();
    const sent = { key: "right-to-a-token", unsigned: true } as const;
    const asked = await askToken(market, call, ada, { body: { blinded: someNumber(1) }, sent });
    expect(asked.body.code).toBe("passkey-needed");
    const assertion = (await market.keys.answer(asked.body)) ?? "";
    const headers = { ...ada.sent.headers, "Passkey-Assertion": assertion };
    const other = await askToken(market, call, ada, {
      body: { blinded: someNumber(1), memberId: bruno.memberId, byMemberId: ada.memberId },
      sent: { key: "another-right", headers },
    });
    expect(other.body.code).toBe("passkey-refused");
    const got = await askToken(market, call, ada, {
      body: { blinded: someNumber(2) },
      sent: { key: "right-to-a-token", headers },
    });
    expect(got.status).toBe(201);
  });

  test("is given once: the same again to who lost the answer, and no other", async () => {
    const call = await blindCall();
    const body = { blinded: someNumber(1) };
    const first = await askToken(market, call, ada, { body, sent: { key: "token-once" } });
    const repeat = await askToken(market, call, ada, { body, sent: { key: "token-once" } });
    const anew = await askToken(market, call, ada, { body });
    const signed = [first, repeat, anew].map(({ status, body: said }) => [status, said.signature]);
    expect(signed).toEqual(signed.map(() => [201, first.body.signature]));
    const other = { blinded: someNumber(2) };
    for (const sent of [{}, { key: "token-once" }]) {
      const no = await askToken(market, call, ada, { body: other, sent });
      expect([no.status, no.body.code]).toEqual([409, "token-given-already"]);
    }
    expect(given(call)).toEqual([[ada.memberId, body.blinded]]);
  });

  test("of fifty at once is one, under many keys or under one", async () => {
    for (const key of [undefined, "one-key-for-all"]) {
      const call = await blindCall();
      const sent = key === undefined ? {} : { key };
      const got = await Promise.all(
        Array.from({ length: 50 }, (_, at) => {
          const blinded = `00${String(at + 1)
            .padStart(2, "0")
            .repeat(255)}`;
          return askToken(market, call, ada, { body: { blinded }, sent });
        }),
      );
      expect(got.filter(({ status }) => status === 201)).toHaveLength(1);
      const codes = new Set(got.map(({ body }) => body.code));
      expect(codes).toEqual(new Set([undefined, "token-given-already"]));
      expect(given(call)).toHaveLength(1);
    }
  }, 30_000);

  test("is given for who gave a proxy, once for both", async () => {
    const call = await blindCall();
    await giveProxy(market, call, { giver: ada.memberId, holder: bruno.memberId });
    const body = { blinded: someNumber(1), memberId: ada.memberId, byMemberId: bruno.memberId };
    expect((await askToken(market, call, ada, { body })).status).toBe(404);
    expect((await askToken(market, call, bruno, { body })).status).toBe(201);
    const own = await askToken(market, call, ada, { body: { blinded: someNumber(2) } });
    expect(own.body.code).toBe("token-given-already");
  });

  test("is for who may vote, while the vote runs, and for a blind one", async () => {
    const body = { blinded: someNumber(1) };
    const start = market.time.now;
    const call = await blindCall({ members: [ada], suspended: [bruno.memberId], opensInMs: 1000 });
    expect((await askToken(market, call, ada, { body })).body.code).toBe("vote-not-open");
    market.time.now = call.opensAt;
    expect((await askToken(market, call, bruno, { body })).body.code).toBe("not-in-electorate");
    market.time.now = call.closesAt;
    expect((await askToken(market, call, ada, { body })).body.code).toBe("vote-closed");
    market.time.now = start;
    const secret = await openCall(market, { members, policy: SECRETLY });
    expect((await askToken(market, secret, ada, { body })).body.code).toBe("vote-cast-otherwise");
    const blind = await blindCall();
    expect((await castSecretly(market, blind, ada)).body.code).toBe("vote-cast-otherwise");
  });

  test("is a signature of a number below the key, and of nothing else", async () => {
    const call = await blindCall();
    const over = await askToken(market, call, ada, { body: { blinded: "f".repeat(512) } });
    expect([over.status, over.body.code]).toEqual([422, "token-misfit"]);
    const key = await askToken(market, call, ada, { body: { blinded: call.tokenKey } });
    expect(key.body.code).toBe("token-misfit");
    for (const blinded of ["", "17", "Z".repeat(512), "0".repeat(514), null, 7, ["00"]]) {
      expect((await askToken(market, call, ada, { body: { blinded } })).status).toBe(400);
    }
    expect(given(call)).toEqual([]);
  });
});

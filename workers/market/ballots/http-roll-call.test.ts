import { afterAll, beforeAll, expect, test } from "vitest";
import { openCall, type OpenCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { castSecretly, SECRETLY } from "#tests/secret-votes.ts";

let market: Market;
let ada: AdmittedMember;
let bruno: AdmittedMember;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  ada = await admitVoter(market, { name: "Ada" });
  bruno = await admitVoter(market, { name: "Bruno" });
});
afterAll(() => market.close());

const cast = (call: OpenCall, by: AdmittedMember, choice: object) =>
  market.call("POST", `/api/v1/proposals/${call.proposalId}/ballots`, {
    ...by.sent,
    body: { callNumber: 1, memberId: by.memberId, choice },
  });
const read = (call: OpenCall, what: string, as: AdmittedMember | null = ada) =>
  market.call<{ items: Record<string, unknown>[]; next: string | null; code?: string }>(
    "GET",
    `/api/v1/proposals/${call.proposalId}/${what}`,
    as?.sent,
  );

test("members read who voted what once the vote is closed, page by page", async () => {
  const start = market.time.now;
  const call = await openCall(market, { members: [ada, bruno] });
  await cast(call, ada, { vote: "yes" });
  await cast(call, bruno, { vote: "no" });
  market.time.now = call.closesAt - 1;
  const early = await read(call, "ballots");
  expect([early.status, early.body]).toMatchObject([
    409,
    { code: "roll-call-later", closesAt: call.closesAt },
  ]);
  market.time.now = call.closesAt;
  const first = await read(call, "ballots?limit=1");
  expect(first.body).toMatchObject({
    items: [{ number: 1, member: ada.memberId, choice: { vote: "yes" } }],
    next: "1",
  });
  const second = await read(call, "ballots?after=1");
  expect(second.body).toMatchObject({ items: [{ number: 2, by: bruno.memberId }], next: null });
  expect((await read(call, "ballots", null)).status).toBe(401);
  market.time.now = start;
});

test("of a secret vote there is nothing to call", async () => {
  const start = market.time.now;
  const call = await openCall(market, { members: [ada, bruno], policy: SECRETLY });
  await castSecretly(market, call, ada);
  market.time.now = call.closesAt;
  expect((await read(call, "ballots")).body).toEqual({ items: [], next: null });
  market.time.now = start;
});

test("objections are read while the vote runs, and stay when they are taken back", async () => {
  const call = await openCall(market, {
    members: [ada, bruno],
    policy: { method: "consent", mayRevote: false },
  });
  const raised = await cast(call, ada, { vote: "objection", reason: "manca il preventivo" });
  await cast(call, bruno, { vote: "consent" });
  const standing = await read(call, "objections", bruno);
  expect(standing.body.items).toMatchObject([
    { tracker: raised.body["tracker"], member: ada.memberId, state: "standing" },
  ]);
  await cast(call, ada, { vote: "consent" });
  const after = await read(call, "objections", bruno);
  expect(after.body.items).toMatchObject([{ reason: "manca il preventivo", state: "taken-back" }]);
  const nowhere = { ...call, proposalId: ada.memberId as unknown as OpenCall["proposalId"] };
  expect((await read(nowhere, "objections")).status).toBe(404);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINUTE } from "#domain/kernel/instant.ts";
import { askToken, blindedFor, BLINDLY, castBlindly } from "#tests/blind-votes.ts";
import { openCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Got, type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { castSecretly, newTracker, SECRETLY } from "#tests/secret-votes.ts";
import { countTrips } from "#tests/trips.ts";

let market: Market;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let trips: Awaited<ReturnType<typeof countTrips>>;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  ada = await admitVoter(market, { name: "Ada" });
  bruno = await admitVoter(market, { name: "Bruno" });
  trips = await countTrips(market);
});
afterAll(async () => {
  await trips.close();
  await market.close();
});

const members = () => [ada, bruno];
const receipt = (proposal: string, tracker: string) =>
  market.call("GET", `/api/v1/proposals/${proposal}/receipts/${tracker}`);

/** The same request without and with the passkey's answer, as a page sends it. */
async function signedCast<T extends object>(
  send: (sent: Sent) => Promise<Got<T>>,
  by: AdmittedMember,
) {
  const key = `trip-${crypto.randomUUID()}`;
  const asked = await send({ key, unsigned: true });
  const assertion = (await market.keys.answer(asked.body)) ?? "";
  const headers = { ...by.sent.headers, "Passkey-Assertion": assertion };
  return trips.of(() => send({ key, headers }));
}

describe("a vote", () => {
  test("openly cast takes two round trips to the database", async () => {
    const call = await openCall(market, { members: members() });
    const body = { callNumber: 1, memberId: ada.memberId, choice: { vote: "yes" } };
    const path = `/api/v1/proposals/${call.proposalId}/ballots`;
    const [got, count] = await signedCast(
      (sent) => market.call("POST", path, { ...ada.sent, ...sent, body }),
      ada,
    );
    expect([got.status, count]).toEqual([201, 2]);
    const [shown, reading] = await trips.of(() =>
      receipt(call.proposalId, String(got.body["tracker"])),
    );
    expect([shown.status, reading]).toEqual([200, 1]);
  });

  test("blindly cast takes as many twice: for the token, and for the ballot", async () => {
    const call = await openCall(market, { members: members(), policy: BLINDLY });
    const { tracker, blinded, finish } = await blindedFor(call);
    const [given, asking] = await signedCast(
      (sent) => askToken(market, call, ada, { body: { blinded }, sent }),
      ada,
    );
    expect([given.status, asking]).toEqual([201, 2]);
    const token = await finish(given.body.signature);
    const [got, casting] = await trips.of(() => castBlindly(market, call, { tracker, token }));
    expect([got.status, casting]).toEqual([201, 2]);
  });

  test("secretly cast takes as many", async () => {
    const call = await openCall(market, { members: members(), policy: SECRETLY });
    const body = { tracker: newTracker() };
    const [got, count] = await signedCast(
      (sent) => castSecretly(market, call, ada, { body, sent }),
      ada,
    );
    expect([got.status, count]).toEqual([201, 2]);
  });
});

describe("a receipt", () => {
  test("of an open ballot names its seal in a minute, its content after the close", async () => {
    const start = market.time.now;
    const call = await openCall(market, { members: members() });
    const cast = await market.call("POST", `/api/v1/proposals/${call.proposalId}/ballots`, {
      ...ada.sent,
      body: { callNumber: 1, memberId: ada.memberId, choice: { vote: "no" } },
    });
    const { tracker, digest } = cast.body as Record<string, string>;
    const shown = { secrecy: "open", callNumber: 1, digest, choice: null, castAt: null };
    const before = await receipt(call.proposalId, String(tracker));
    expect(before.body).toEqual({ ...shown, state: "included", seal: null });
    market.time.now += MINUTE;
    await market.tick();
    const sealed = await receipt(call.proposalId, String(tracker));
    expect(sealed.body).toMatchObject({
      ...shown,
      state: "sealed",
      seal: { number: 1, sealedAt: market.time.now },
    });
    market.time.now = call.closesAt;
    const after = await receipt(call.proposalId, String(tracker));
    expect(after.body).toMatchObject({ choice: { vote: "no" }, castAt: start });
    market.time.now = start;
  });

  test("of a secret ballot names its seal after the close, and its content never", async () => {
    const start = market.time.now;
    const call = await openCall(market, { members: members(), policy: SECRETLY });
    const tracker = newTracker();
    const { body } = await castSecretly(market, call, ada, { body: { tracker } });
    const shown = {
      secrecy: "secret",
      callNumber: 1,
      digest: body.receipt?.digest,
      choice: null,
      castAt: null,
    };
    market.time.now += MINUTE;
    await market.tick();
    const running = await receipt(call.proposalId, tracker);
    expect(running.body).toEqual({ ...shown, state: "included", seal: null });
    market.time.now = call.closesAt;
    await market.tick();
    const over = await receipt(call.proposalId, tracker);
    expect(over.body).toMatchObject({
      ...shown,
      state: "sealed",
      seal: { number: 1, sealedAt: call.closesAt },
    });
    market.time.now = start;
  });

  test("that nobody was given is not known, nor is one of another proposal", async () => {
    const call = await openCall(market, { members: members(), policy: SECRETLY });
    const other = await openCall(market, { members: members(), policy: SECRETLY });
    const tracker = newTracker();
    await castSecretly(market, other, ada, { body: { tracker } });
    expect((await receipt(call.proposalId, tracker)).body).toEqual({ state: "unknown" });
    expect((await receipt(other.proposalId, tracker)).body["state"]).toBe("included");
    expect((await receipt(call.proposalId, "short")).status).toBe(400);
  });
});

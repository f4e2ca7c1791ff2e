import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chainOf, rootOfBox } from "#domain/governance/ballots/sealing.ts";
import { instant, MINUTE } from "#domain/kernel/instant.ts";
import { FIRST_PREVIOUS, sealHolds } from "#domain/kernel/seal.ts";
import { closeBox } from "#market/closing/close-box.ts";
import { openDatabase } from "#ports/database.ts";
import { boxSeals } from "#store/ballot-seals.ts";
import { ballotsOf } from "#store/ballots.ts";
import { readBatch } from "#store/statement.ts";
import { type OpenCall, openCall } from "#tests/calls.ts";
import { type AdmittedMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { castSecretly, SECRETLY } from "#tests/secret-votes.ts";
import { sealBoxes } from "./seal-boxes.ts";

let market: Market;
let members: readonly AdmittedMember[];
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  members = [
    await admitVoter(market, { name: "Ada" }),
    await admitVoter(market, { name: "Bruno" }),
    await admitVoter(market, { name: "Carla" }),
  ];
});
afterAll(() => market.close());

const database = () =>
  openDatabase({ url: market.env.DATABASE_URL, token: market.env.DATABASE_TOKEN });
const seal = () => sealBoxes(database(), instant(market.time.now));
const close = (call: OpenCall) => closeBox(database(), call, instant(market.time.now));
const boxOf = (call: OpenCall) =>
  readBatch(database(), { ...ballotsOf(call), seals: boxSeals(call) });
const castOpenly = (call: OpenCall, by: AdmittedMember | undefined, vote = "yes") =>
  market.call("POST", `/api/v1/proposals/${call.proposalId}/ballots`, {
    ...by?.sent,
    body: { callNumber: 1, memberId: by?.memberId, choice: { vote } },
  });
const run = (sql: string) => market.database.exec(sql);

describe("a running vote", () => {
  test("has each open ballot under a seal within a minute, block after block", async () => {
    const call = await openCall(market, { members });
    await castOpenly(call, members[0]);
    await seal();
    await castOpenly(call, members[1]);
    await castOpenly(call, members[2], "no");
    market.time.now += MINUTE;
    await seal();
    await seal();
    const { open, seals, box } = await boxOf(call);
    expect(box).toBeNull();
    expect(seals.map(({ number, from, to }) => [number, from, to])).toEqual([
      [1, 1, 1],
      [2, 2, 3],
    ]);
    const rows = open.map(({ number, digest }) => ({ id: number, digest }));
    const [first, second] = seals;
    if (first === undefined || second === undefined) throw new Error("two seals");
    expect(first.chain).toBe(chainOf(call));
    expect(sealHolds(first, rows.slice(0, 1), null)).toBe(true);
    expect(sealHolds(second, rows.slice(1), first)).toBe(true);
    expect(await close(call)).toEqual({ kind: "runs", closesAt: call.closesAt });
  });

  test("that is secret has no seal at all", async () => {
    const call = await openCall(market, { members, policy: SECRETLY });
    for (const by of members) await castSecretly(market, call, by);
    await seal();
    expect((await boxOf(call)).seals).toEqual([]);
  });
});

describe("at its close a box", () => {
  test("is sealed whole, and nothing goes in any more", async () => {
    const start = market.time.now;
    const [open, secret, empty] = [
      await openCall(market, { members }),
      await openCall(market, { members, policy: SECRETLY }),
      await openCall(market, { members }),
    ];
    await castOpenly(open, members[0]);
    for (const by of members.slice(0, 2)) await castSecretly(market, secret, by);
    market.time.now = open.closesAt;
    await seal();
    const [one, two, none] = [await boxOf(open), await boxOf(secret), await boxOf(empty)];
    expect(one.box).toMatchObject({ ballots: 1, root: one.seals[0]?.digest });
    expect(two.box).toMatchObject({ ballots: 2, root: two.seals[0]?.digest });
    expect(two.seals).toMatchObject([{ from: 1, to: 4 }]);
    expect(none.box).toMatchObject({ ballots: 0, root: FIRST_PREVIOUS });
    expect(rootOfBox(null)).toBe(FIRST_PREVIOUS);
    const late = `'${secret.proposalId}', 1, '${members[2]?.memberId}'`;
    expect(() => run(`INSERT INTO voted VALUES (${late})`)).toThrow("refused:vote-not-open");
    market.time.now = start;
  });

  test("is closed once, by however many close it", async () => {
    const start = market.time.now;
    const call = await openCall(market, { members });
    await castOpenly(call, members[0]);
    market.time.now = call.closesAt;
    const closings = await Promise.all([close(call), close(call), close(call), seal()]);
    const { box } = await boxOf(call);
    for (const closing of closings.slice(0, 3)) {
      expect(closing).toMatchObject({ kind: "closed", root: box?.root, ballots: 1 });
    }
    market.time.now = start;
  });

  test("with a ballot that was altered is not sealed, and the ballot is named", async () => {
    const start = market.time.now;
    const call = await openCall(market, { members, policy: SECRETLY });
    await castSecretly(market, call, members[0] as AdmittedMember);
    run("DROP TRIGGER secret_ballot_stays");
    run(`UPDATE secret_ballot SET choice = '{"vote":"no"}'
      WHERE proposal_id = '${call.proposalId}'`);
    market.time.now = call.closesAt;
    const { secret } = await boxOf(call);
    const names = secret.map(({ mark }) => mark);
    expect(await close(call)).toEqual({ kind: "altered", names });
    await expect(seal()).rejects.toThrow(`${names[0]}`);
    expect((await boxOf(call)).box).toBeNull();
    market.time.now = start;
  });

  test("of a call that is not there is none", async () => {
    const nowhere = { ...(await openCall(market, { members })), callNumber: 2 } as const;
    const closing = await closeBox(database(), nowhere, instant(market.time.now));
    expect(closing).toEqual({ kind: "runs", closesAt: null });
  });
});

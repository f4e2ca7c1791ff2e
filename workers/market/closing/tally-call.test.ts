import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { proposalState } from "#domain/governance/proposal/proposal-state.ts";
import { DAY, instant } from "#domain/kernel/instant.ts";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { admitMember, type AdmittedMember, admitVoter } from "#tests/members.ts";
import { tokenFor } from "#tests/people.ts";
import {
  closesAt,
  databaseOf,
  noticedProposal,
  openProposal,
  passTo,
  proposalNow,
  type Proposed,
} from "#tests/proposals.ts";
import { tallyCall } from "./tally-call.ts";

let market: Market;
let officer: string;
let voters: AdmittedMember[];
let startsAt: number;

beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  startsAt = market.time.now;
  voters = [];
  for (const name of ["Ada", "Bruno", "Carla"]) voters.push(await admitVoter(market, { name }));
});
beforeEach(() => passTo(market, startsAt));
afterAll(() => market.close());

const post = (path: string, sent: Sent, body: object = {}) =>
  market.call("POST", `/api/v1/proposals/${path}`, { ...sent, body });

async function vote({ id, call }: Proposal, choices: readonly string[]): Promise<void> {
  for (const [at, choice] of choices.entries()) {
    const voter = voters[at];
    if (voter === undefined) throw new Error("a voter for each choice");
    const body = { callNumber: call?.number, memberId: voter.memberId, choice: { vote: choice } };
    expect((await post(`${id}/ballots`, voter.sent, body)).status).toBe(201);
  }
}

const byAda = (): Proposed => (voters[0] === undefined ? {} : { author: voters[0].memberId });

/** A vote of the three, in which these were cast. */
async function voted(choices: readonly string[], proposed: Proposed = {}): Promise<Proposal> {
  const proposal = await openProposal(market, { ...byAda(), ...proposed });
  await vote(proposal, choices);
  return proposal;
}

const box = ({ id, call }: Proposal) => ({ proposalId: id, callNumber: call?.number ?? 0 });
const stateOf = async ({ id }: Proposal) =>
  proposalState((await proposalNow(market, id)).row, instant(market.time.now));

describe("a vote whose time is over", () => {
  test("is counted at its closing instant, not before", async () => {
    const proposal = await voted(["yes", "yes", "no"]);
    const database = databaseOf(market);
    const at = closesAt(proposal);
    expect(await tallyCall(database, box(proposal), instant(at - 1))).toBe(false);
    expect(await tallyCall(database, box(proposal), at)).toBe(true);
    passTo(market, at);
    expect((await proposalNow(market, proposal.id)).tally).toMatchObject({
      hasQuorum: true,
      passes: true,
      ballotsCount: 3,
      talliedAt: at,
      challengeUntil: at + 5 * DAY,
    });
    expect(await stateOf(proposal)).toBe("challenge");
  });

  test("is counted by the job of the minute, once", async () => {
    const proposal = await voted(["no", "no", "yes"]);
    passTo(market, closesAt(proposal));
    await market.tick();
    const { tally } = await proposalNow(market, proposal.id);
    expect(tally).toMatchObject({ passes: false, hasQuorum: true });
    passTo(market, closesAt(proposal) + DAY);
    await market.tick();
    expect((await proposalNow(market, proposal.id)).tally).toEqual(tally);
  });

  test("is counted by who looks, where no job came", async () => {
    const proposal = await voted(["yes", "yes"]);
    passTo(market, closesAt(proposal));
    const got = await market.call("GET", `/api/v1/proposals/${proposal.id}`);
    expect(got.body).toMatchObject({
      state: "challenge",
      tally: { passes: true, ballotsCount: 2, openChallenges: 0 },
    });
  });

  test("is counted once by twenty who count at the same time", async () => {
    const proposal = await voted(["yes", "no", "yes"]);
    const at = closesAt(proposal);
    const counting = Array.from({ length: 20 }, () =>
      tallyCall(databaseOf(market), box(proposal), at),
    );
    expect(await Promise.all(counting)).toEqual(Array(20).fill(true));
    const sql = "SELECT count(*) FROM tally WHERE proposal_id = ?";
    expect(market.database.prepare(sql).pluck().all([proposal.id])).toEqual([1]);
  });

  test("does not count what was amended, withdrawn or vetoed", async () => {
    const proposal = await noticedProposal(market, byAda());
    const body = { follows: 1, title: "Altro", body: "Altro." };
    expect((await post(`${proposal.id}/texts`, voters[0]?.sent ?? {}, body)).status).toBe(201);
    passTo(market, closesAt(proposal));
    await market.tick();
    expect(await stateOf(proposal)).toBe("discussion");
    expect((await proposalNow(market, proposal.id)).tally).toBeNull();
  });
});

describe("an electorate", () => {
  test("is who was in the book at the notice, whatever comes later", async () => {
    const proposal = await noticedProposal(market);
    const late = await admitMember(market, { name: "Tardi", days: 400, shares: 100 });
    const rows = market.database.prepare(
      `SELECT count(*), sum(member_id = ?2), sum(weight_num) FROM electorate_row
        WHERE proposal_id = ?1`,
    );
    const [[count, found, weights] = []] = rows
      .raw()
      .all([proposal.id, late.memberId]) as number[][];
    expect([count, found, weights]).toEqual([
      proposal.call?.electorateCount,
      0,
      proposal.call?.eligibleCount,
    ]);
    const [ada] = voters;
    market.database
      .prepare("UPDATE member SET suspended_at = 1, version = version + 1 WHERE id = ?")
      .run([ada?.memberId ?? ""]);
    const sql = "SELECT reason FROM electorate_row WHERE proposal_id = ? AND member_id = ?";
    const reason = market.database
      .prepare(sql)
      .pluck()
      .all([proposal.id, ada?.memberId ?? ""]);
    expect(reason).toEqual([""]);
    market.database
      .prepare("UPDATE member SET suspended_at = NULL, version = version + 1 WHERE id = ?")
      .run([ada?.memberId ?? ""]);
  });

  test("is read by members, with the reasons of who may not vote and nobody's salt", async () => {
    await admitMember(market, { name: "Appena arrivata", days: 10 });
    const proposal = await noticedProposal(market);
    const path = `/api/v1/proposals/${proposal.id}/electorate?limit=200`;
    const got = await market.call<{ items: object[] }>("GET", path, voters[0]?.sent);
    expect(got.body.items).toContainEqual(
      expect.objectContaining({
        name: "Appena arrivata",
        reason: "enrolled-too-late",
        weight: "0",
      }),
    );
    expect(JSON.stringify(got.body)).not.toContain("salt");
  });
});

describe("a first call without quorum", () => {
  test("is called again by itself once that is final, and proxies go on", async () => {
    const proposal = await openProposal(market, byAda());
    const [, bruno, carla] = voters;
    const given = { giverId: bruno?.memberId, holderId: carla?.memberId };
    expect((await post(`${proposal.id}/proxies`, bruno?.sent ?? {}, given)).status).toBe(201);
    passTo(market, closesAt(proposal));
    await market.tick();
    const until = closesAt(proposal) + 5 * DAY;
    passTo(market, until - 1);
    await market.tick();
    expect(await stateOf(proposal)).toBe("challenge");
    passTo(market, until);
    await market.tick();
    const again = await proposalNow(market, proposal.id);
    expect(again.call).toMatchObject({ number: 2, round: 2, opensAt: until + DAY });
    expect(await stateOf(proposal)).toBe("noticed");
    const list = await market.call("GET", `/api/v1/proposals/${proposal.id}/proxies`, carla?.sent);
    expect(list.body).toMatchObject({ items: [{ giver: bruno?.memberId, revokedAt: null }] });
    passTo(market, again.call?.opensAt ?? 0);
    await vote(again, ["yes"]);
    passTo(market, closesAt(again));
    await market.tick();
    expect((await proposalNow(market, proposal.id)).tally).toMatchObject({ passes: true });
  });
});

describe("a challenge", () => {
  const reason = "L’avviso non è arrivato a tutti.";

  test("keeps the result waiting until a supervisor decides it", async () => {
    const proposal = await voted(["yes", "yes", "yes"]);
    const supervisor = await tokenFor(market, officer, { role: "supervisor", subject: "" });
    const [ada] = voters;
    const raise = () =>
      post(`${proposal.id}/challenges`, ada?.sent ?? {}, { memberId: ada?.memberId, reason });
    expect((await raise()).body).toMatchObject({ code: "proposal-not-now", state: "open" });
    passTo(market, closesAt(proposal));
    await market.tick();
    const until = closesAt(proposal) + 5 * DAY;
    passTo(market, until - 1);
    const { id } = (await raise()).body as { id: string };
    passTo(market, until + DAY);
    expect(await stateOf(proposal)).toBe("challenge");
    expect((await raise()).body).toMatchObject({ code: "challenge-over", until });
    const decide = (decision: string) =>
      post(`${proposal.id}/challenges/${id}/decision`, { token: supervisor }, { decision, reason });
    expect((await decide("dismissed")).status).toBe(200);
    expect((await decide("upheld")).body).toMatchObject({ code: "challenge-decided" });
    expect(await stateOf(proposal)).toBe("passed");
    const list = await market.call("GET", `/api/v1/proposals/${proposal.id}/challenges`, ada?.sent);
    expect(list.body).toMatchObject({ items: [{ reason, decision: "dismissed" }] });
  });

  test("that is upheld annuls the vote, and it may be called anew", async () => {
    const proposal = await voted(["yes", "yes", "yes"]);
    const supervisor = await tokenFor(market, officer, { role: "supervisor", subject: "" });
    passTo(market, closesAt(proposal));
    await market.tick();
    const [ada] = voters;
    const raised = await post(`${proposal.id}/challenges`, ada?.sent ?? {}, {
      memberId: ada?.memberId,
      reason,
    });
    const path = `${proposal.id}/challenges/${String(raised.body["id"])}/decision`;
    await post(path, { token: supervisor }, { decision: "upheld", reason });
    expect(await stateOf(proposal)).toBe("annulled");
    const got = await post(`${proposal.id}/calls`, { token: officer });
    expect(got).toMatchObject({ status: 201, body: { call: 2 } });
    expect(await stateOf(proposal)).toBe("noticed");
  });
});

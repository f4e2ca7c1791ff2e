import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isTokenOf } from "#domain/governance/ballots/token.ts";
import { BLINDLY } from "#tests/blind-votes.ts";
import { LEAST_SECRET_PAPERS } from "#domain/governance/ballots/papers.ts";
import { HOUR } from "#domain/kernel/instant.ts";
import { openCall, type OpenCall } from "#tests/calls.ts";
import { type AdmittedMember, admitMember, admitVoter } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { as, personWith, type Signed } from "#tests/officers.ts";
import { castSecretly, SECRETLY } from "#tests/secret-votes.ts";

let market: Market;
let officer: string;
let bruno: Signed;
let ada: AdmittedMember;
let members: readonly AdmittedMember[];
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  ada = await admitVoter(market, { name: "Ada" });
  const others: AdmittedMember[] = [];
  for (let number = 0; number < LEAST_SECRET_PAPERS; number++) {
    others.push(await admitMember(market, { name: `Socio ${number}` }));
  }
  members = [ada, ...others.toSorted((one, other) => (one.memberId < other.memberId ? -1 : 1))];
});
afterAll(() => market.close());

/** The first scrutineer asks, the second signs, and the first sends it. */
async function enter(call: OpenCall, way: "papers" | "secret-papers", list: object) {
  const path = `/api/v1/proposals/${call.proposalId}/${way}`;
  const body = JSON.stringify({ callNumber: 1, ...list });
  const asked = await market.call("POST", "/api/v1/countersignatures", {
    token: officer,
    body: { method: "POST", path, body },
  });
  const id = String(asked.body["id"]);
  await market.call("POST", `/api/v1/countersignatures/${id}/signature`, {
    ...as(bruno),
    body: {},
  });
  return market.call("POST", path, { token: officer, body });
}
const alone = (call: OpenCall) =>
  market.call("POST", `/api/v1/proposals/${call.proposalId}/papers`, {
    token: officer,
    body: { callNumber: 1, papers: [{ memberId: ada.memberId, choice: { vote: "yes" } }] },
  });
const rows = (sql: string, call: OpenCall) =>
  market.database.prepare(sql).raw().all([call.proposalId]) as unknown[][];
const paper = (of: AdmittedMember | undefined, vote = "yes") => ({
  memberId: of?.memberId,
  choice: { vote },
});

describe("papers", () => {
  test("are entered by two, also where there is one officer only", async () => {
    const call = await openCall(market, { members });
    const only = await alone(call);
    expect([only.status, only.body["code"]]).toEqual([403, "second-person-needed"]);
    expect(only.body["actHash"]).toEqual(expect.any(String));
    bruno = await personWith(market, officer, { email: "bruno@example.org", roles: ["officer"] });
    expect((await alone(call)).body["code"]).toBe("second-person-needed");
    const papers = [paper(members[1]), paper(members[2], "no")];
    const got = await enter(call, "papers", { papers });
    expect(got.status).toBe(201);
    expect(got.body).toMatchObject({
      number: 1,
      papers: 2,
      receipts: [{ memberId: members[1]?.memberId }, { memberId: members[2]?.memberId }],
    });
    const sql = "SELECT member_id, by_member, choice, paper FROM ballot WHERE proposal_id = ?";
    const [one, two] = [members[1]?.memberId, members[2]?.memberId];
    expect(rows(sql, call)).toEqual([
      [one, one, '{"vote":"yes"}', 1],
      [two, two, '{"vote":"no"}', 1],
    ]);
    const batch = "SELECT entered_by = seconded_by, papers FROM paper_batch WHERE proposal_id = ?";
    expect(rows(batch, call)).toEqual([[0, 2]]);
  });

  test("of who has voted are refused, all of the batch", async () => {
    const call = await openCall(market, { members });
    await market.call("POST", `/api/v1/proposals/${call.proposalId}/ballots`, {
      ...ada.sent,
      body: { callNumber: 1, ...paper(ada) },
    });
    const got = await enter(call, "papers", { papers: [paper(members[1]), paper(ada)] });
    expect([got.status, got.body]).toMatchObject([
      409,
      { code: "papers-of-voters", memberIds: [ada.memberId] },
    ]);
    expect(rows("SELECT 1 FROM paper_batch WHERE proposal_id = ?", call)).toEqual([]);
  });

  test("bring a quorum late as any ballot does", async () => {
    const call = await openCall(market, { members, runsMs: HOUR });
    await enter(call, "papers", { papers: members.slice(0, 3).map((one) => paper(one)) });
    const extended = () =>
      rows("SELECT extended_to IS NOT NULL FROM vote_call WHERE proposal_id = ?", call);
    expect(extended()).toEqual([[0]]);
    await enter(call, "papers", { papers: members.slice(3, 5).map((one) => paper(one)) });
    expect(extended()).toEqual([[1]]);
  });
});

describe("secret papers", () => {
  const list = (choices: readonly object[], of: readonly AdmittedMember[] = members.slice(1)) => ({
    memberIds: of.map(({ memberId }) => memberId),
    choices,
  });
  const mixed = Array.from({ length: LEAST_SECRET_PAPERS }, (_, at) => ({
    vote: at < 3 ? "no" : "yes",
  }));

  test("go in as ballots that stand beside those cast by passkey", async () => {
    const call = await openCall(market, { members, policy: SECRETLY });
    await castSecretly(market, call, ada);
    const got = await enter(call, "secret-papers", list(mixed));
    expect([got.status, got.body]).toEqual([
      201,
      { number: 1, papers: LEAST_SECRET_PAPERS, receipts: [] },
    ]);
    for (const table of ["voted", "secret_ballot", "secret_receipt"]) {
      const sql = `SELECT count(*) FROM ${table} WHERE proposal_id = ?`;
      expect(rows(sql, call)).toEqual([[LEAST_SECRET_PAPERS + 1]]);
    }
    const noes = `SELECT count(*) FROM secret_ballot WHERE proposal_id = ?
      AND choice = '{"vote":"no"}'`;
    expect(rows(noes, call)).toEqual([[3]]);
    expect((await enter(call, "secret-papers", list(mixed))).body["code"]).toBe("papers-of-voters");
  });

  test("of a blind vote go in with tokens that the network signs itself", async () => {
    const call = await openCall(market, { members, policy: BLINDLY });
    const few = await enter(call, "secret-papers", list(mixed.slice(1), members.slice(2)));
    expect(few.body["code"]).toBe("papers-too-few");
    expect((await enter(call, "secret-papers", list(mixed))).status).toBe(201);
    const given = "SELECT count(*) FROM given_token WHERE proposal_id = ?";
    const used = "SELECT count(*) FROM voted WHERE proposal_id = ?";
    expect([rows(given, call), rows(used, call)]).toEqual([[[0]], [[LEAST_SECRET_PAPERS]]]);
    const shown = rows(
      "SELECT tracker, prefix, signature FROM secret_receipt WHERE proposal_id = ?",
      call,
    ).map(([tracker, prefix, signature]) => ({
      tracker: String(tracker),
      token: { prefix: String(prefix), signature: String(signature) },
    }));
    const signed = shown.filter((one) => isTokenOf(call.tokenKey ?? "", call, one));
    expect(signed).toHaveLength(LEAST_SECRET_PAPERS);
    const late = await enter(call, "secret-papers", list(mixed));
    expect(late.body["code"]).toBe("papers-of-voters");
  });

  test("are refused where they would tell whose they are, or fit no ballot", async () => {
    const call = await openCall(market, { members, policy: SECRETLY });
    const code = async (asked: object) => (await enter(call, "secret-papers", asked)).body["code"];
    expect(await code(list(mixed.slice(1), members.slice(2)))).toBe("papers-too-few");
    expect(await code(list(mixed.slice(1)))).toBe("papers-uneven");
    expect(await code(list(mixed.toReversed()))).toBe("papers-unsorted");
    const misfit = mixed.map(() => ({ approved: [] }));
    expect(await code(list(misfit))).toBe("choice-unfit");
    const open = await openCall(market, { members });
    const got = await enter(open, "secret-papers", list(mixed));
    expect(got.body["code"]).toBe("vote-cast-otherwise");
  });
});

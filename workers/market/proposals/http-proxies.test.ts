import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Policy } from "#domain/governance/policy/policy.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember, type AdmittedMember, admitVoter } from "#tests/members.ts";
import { closesAt, noticedProposal, opensAt, passTo, proposalNow } from "#tests/proposals.ts";
import { giveRole } from "#tests/signed-in-person.ts";

let market: Market;
let startsAt: number;
let ada: AdmittedMember;
let bruno: AdmittedMember;
let carla: AdmittedMember;
let dario: AdmittedMember;

beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  startsAt = market.time.now;
  ada = await admitVoter(market, { name: "Ada" });
  bruno = await admitVoter(market, { name: "Bruno" });
  carla = await admitVoter(market, { name: "Carla" });
  dario = await admitVoter(market, { name: "Dario" });
});
afterAll(() => market.close());

/** A vote that is called, with the clock before its opening. */
function called(under: Partial<Policy> = {}): Promise<Proposal> {
  passTo(market, startsAt);
  return noticedProposal(market, { author: ada.memberId, under: { mostProxies: 2, ...under } });
}

const give = ({ id }: Proposal, giver: AdmittedMember, holder: { readonly memberId: string }) =>
  market.call("POST", `/api/v1/proposals/${id}/proxies`, {
    ...giver.sent,
    body: { giverId: giver.memberId, holderId: holder.memberId },
  });
const revoke = ({ id }: Proposal, giver: AdmittedMember, proxy: unknown) =>
  market.call("DELETE", `/api/v1/proposals/${id}/proxies/${String(proxy)}`, giver.sent);
const codeOf = async (got: ReturnType<typeof give>) => (await got).body["code"];

describe("a proxy", () => {
  test("is given for one vote, seen by the two, and taken back", async () => {
    const vote = await called();
    const given = await give(vote, ada, bruno);
    expect(given.status).toBe(201);
    const path = `/api/v1/proposals/${vote.id}/proxies`;
    const seen = async (who: AdmittedMember) => (await market.call("GET", path, who.sent)).body;
    expect(await seen(bruno)).toMatchObject({ items: [{ giverName: "Ada", holderName: "Bruno" }] });
    expect(await seen(carla)).toEqual({ items: [] });
    const id = given.body["id"];
    expect((await revoke(vote, bruno, id)).body).toMatchObject({ code: "not-found" });
    expect((await revoke(vote, ada, id)).status).toBe(200);
    expect((await revoke(vote, ada, id)).body).toMatchObject({ code: "proxy-revoked-already" });
    expect((await give(vote, ada, carla)).status).toBe(201);
  });

  test("is signed with a passkey by who gives it, and by nobody for others", async () => {
    const vote = await called();
    const body = { giverId: ada.memberId, holderId: bruno.memberId };
    const path = `/api/v1/proposals/${vote.id}/proxies`;
    const unsigned = await market.call("POST", path, { ...ada.sent, body, unsigned: true });
    expect(unsigned.body).toMatchObject({ code: "passkey-needed" });
    const foreign = await market.call("POST", path, { ...carla.sent, body });
    expect(foreign).toMatchObject({ status: 404, body: { what: "member" } });
  });

  test("is refused where the policy knows none", async () => {
    expect(await codeOf(give(await called({ mostProxies: 0 }), ada, bruno))).toBe(
      "proxy-not-foreseen",
    );
  });

  test("is refused to who may not vote, to oneself, and to who directs or works here", async () => {
    const late = await admitMember(market, { name: "Tardi", days: 1 });
    const worker = await admitMember(market, { name: "Lavora qui", class: "worker" });
    const director = await admitMember(market, { name: "Amministra" });
    giveRole(market, director.personId, "officer");
    const vote = await called();
    const codes = [];
    for (const holder of [late, ada, worker, director]) {
      codes.push(await codeOf(give(vote, ada, holder)));
    }
    expect(codes).toEqual([
      "proxy-not-eligible",
      "proxy-not-eligible",
      "proxy-excluded",
      "proxy-excluded",
    ]);
  });

  test("is neither given twice, nor passed on, nor held beyond the policy's most", async () => {
    const vote = await called();
    const [elena, fabio] = [
      await admitVoter(market, { name: "Elena" }),
      await admitVoter(market, { name: "Fabio" }),
    ];
    const wider = await called();
    expect((await give(vote, ada, bruno)).status).toBe(201);
    expect(await codeOf(give(vote, ada, carla))).toBe("proxy-given-already");
    expect(await codeOf(give(vote, bruno, carla))).toBe("proxy-chained");
    expect(await codeOf(give(vote, carla, ada))).toBe("proxy-chained");
    for (const giver of [ada, bruno]) expect((await give(wider, giver, dario)).status).toBe(201);
    for (const giver of [elena, fabio]) {
      expect(await codeOf(give(wider, giver, dario))).toBe("proxy-too-many");
    }
  });

  test("is one of two when a holder's last place is asked for at once", async () => {
    const vote = await called({ mostProxies: 1 });
    const answers = await Promise.all([give(vote, ada, dario), give(vote, bruno, dario)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  test("is given until the vote closes, not at the closing instant", async () => {
    const vote = await called();
    passTo(market, closesAt(vote));
    expect(await codeOf(give(vote, ada, bruno))).toBe("proposal-not-now");
    passTo(market, closesAt(vote) - 1);
    expect((await give(vote, ada, bruno)).status).toBe(201);
  });

  test("that was used stays used", async () => {
    const vote = await called();
    const given = await give(vote, ada, bruno);
    passTo(market, opensAt(vote));
    const body = {
      callNumber: 1,
      memberId: ada.memberId,
      byMemberId: bruno.memberId,
      choice: { vote: "yes" },
    };
    const path = `/api/v1/proposals/${vote.id}/ballots`;
    expect((await market.call("POST", path, { ...bruno.sent, body })).status).toBe(201);
    expect((await revoke(vote, ada, given.body["id"])).body).toMatchObject({ code: "proxy-used" });
    expect((await proposalNow(market, vote.id)).tally).toBeNull();
  });
});

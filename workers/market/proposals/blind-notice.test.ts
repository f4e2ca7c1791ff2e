import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { DAY } from "#domain/kernel/instant.ts";
import { BLINDLY } from "#tests/blind-votes.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember } from "#tests/members.ts";
import { closesAt, discussedProposal, passTo, proposalNow } from "#tests/proposals.ts";

let market: Market;
let officer: string;
let id: ProposalId;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  await admitMember(market, { name: "Ada" });
  ({ id } = await discussedProposal(market, { under: BLINDLY }));
});
afterAll(() => market.close());

const locks = () =>
  market.database.prepare("SELECT call_number FROM token_lock ORDER BY 1").pluck().all([]);
const called = async () => {
  const { body } = await market.call<{ call: { tokenKey: string; digest: string } }>(
    "GET",
    `/api/v1/proposals/${id}`,
  );
  return body.call;
};

describe("the notice of a blind vote", () => {
  test("publishes a key made for it, whose private half lies locked beside", async () => {
    const path = `/api/v1/proposals/${id}/calls`;
    const got = await market.call("POST", path, { token: officer, body: {} });
    expect(got.status).toBe(201);
    const { tokenKey, digest } = await called();
    expect(tokenKey).toMatch(/^[89a-f][0-9a-f]{511}$/);
    expect(got.body["digest"]).toBe(digest);
    expect(locks()).toEqual([1]);
    const again = await market.call("POST", path, { token: officer, body: {} });
    expect(again.body["code"]).toBe("proposal-not-now");
  });

  test("of a second call has another key, and comes by itself", async () => {
    const first = await called();
    passTo(market, closesAt(await proposalNow(market, id)));
    await market.tick();
    passTo(market, market.time.now + 10 * DAY);
    await market.tick();
    const second = await called();
    expect(locks()).toEqual([1, 2]);
    expect(second.tokenKey).toMatch(/^[89a-f][0-9a-f]{511}$/);
    expect(second.tokenKey).not.toBe(first.tokenKey);
  });

  test("is refused while some members' votes weigh otherwise", async () => {
    await admitMember(market, { name: "Banca", class: "financing" });
    const mixed = await discussedProposal(market, { under: BLINDLY });
    const path = `/api/v1/proposals/${mixed.id}/calls`;
    const got = await market.call("POST", path, { token: officer, body: {} });
    expect([got.status, got.body["code"]]).toEqual([409, "weights-not-alike"]);
  });
});

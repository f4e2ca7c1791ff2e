import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { admitMember } from "#tests/members.ts";
import { tokenFor } from "#tests/people.ts";
import { passTo } from "#tests/proposals.ts";
import { openProposing, type Proposing, WORDS } from "#tests/proposing.ts";

let proposing: Proposing;
beforeAll(async () => {
  proposing = await openProposing();
});
afterAll(() => proposing.market.close());

describe("an idea", () => {
  test("is a draft that its author alone finds", async () => {
    const { market, officer, rosa, aldo, seen, drafted } = proposing;
    const id = await drafted();
    expect((await seen(id, rosa.sent)).body).toMatchObject({ number: 1, state: "draft" });
    for (const sent of [{}, aldo.sent, { token: officer }]) {
      expect(await seen(id, sent)).toMatchObject({ status: 404, body: { code: "not-found" } });
    }
    const list = await market.call("GET", "/api/v1/proposals");
    expect(list.body).toEqual({ items: [], next: null });
    const drafts = await market.call("GET", "/api/v1/proposals/drafts", rosa.sent);
    expect(drafts.body).toMatchObject({ items: [{ id }] });
  });

  test("is written again by its author, on the version that they read", async () => {
    const { market, rosa, post, drafted } = proposing;
    const id = await drafted();
    const body = { follows: 1, ...WORDS, title: "Consegna il sabato" };
    expect(await post(`/${id}/texts`, rosa.sent, body)).toMatchObject({ body: { version: 2 } });
    expect(await post(`/${id}/texts`, rosa.sent, body)).toMatchObject({
      status: 409,
      body: { code: "text-changed", version: 2 },
    });
    const texts = await market.call("GET", `/api/v1/proposals/${id}/texts`, rosa.sent);
    expect(texts.body).toMatchObject({ items: [{ version: 1 }, { version: 2 }] });
  });

  test("is endorsed by others until they are enough, and then discussed", async () => {
    const { market, rosa, others, post, seen, stateOf, drafted } = proposing;
    const id = await drafted();
    await post(`/${id}/submission`, rosa.sent);
    expect((await seen(id)).body).toMatchObject({ state: "endorsing" });
    const own = await post(`/${id}/endorsements`, rosa.sent, { memberId: rosa.memberId });
    expect(own).toMatchObject({ status: 409, body: { code: "endorsement-own" } });
    for (const [at, { memberId, sent }] of others.entries()) {
      expect(await stateOf(id)).toBe("endorsing");
      const got = await post(`/${id}/endorsements`, sent, { memberId });
      expect(got).toMatchObject({ status: 201, body: { endorsements: at + 1 } });
      if (at > 0) continue;
      expect(await post(`/${id}/endorsements`, sent, { memberId })).toMatchObject({
        status: 409,
        body: { code: "endorsed-already" },
      });
    }
    expect(await stateOf(id)).toBe("discussion");
    const list = await market.call("GET", `/api/v1/proposals/${id}/endorsements`, rosa.sent);
    const names = (list.body["items"] as { name: string }[]).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Aldo Neri", "Bice Verdi", "Carlo Riva"]);
  });

  test("keeps its text while it looks for endorsements", async () => {
    const { rosa, post, drafted } = proposing;
    const id = await drafted();
    await post(`/${id}/submission`, rosa.sent);
    expect(await post(`/${id}/texts`, rosa.sent, { follows: 1, ...WORDS })).toMatchObject({
      status: 409,
      body: { code: "proposal-not-now", state: "endorsing" },
    });
  });

  test("fits how it is to be decided, or is refused when it is written", async () => {
    const { rosa, post } = proposing;
    const body = { memberId: rosa.memberId, subject: "motion", policy: "ordinary", ...WORDS };
    const faults: readonly (readonly [object, object])[] = [
      [{ policy: "dice" }, { code: "policy-unknown" }],
      [{ policy: "board-election" }, { code: "proposal-misfit", why: "method" }],
      [{ subject: "rules" }, { code: "proposal-misfit", why: "actions" }],
      [
        { subject: "rules", actions: [{ key: "network-fee", value: "550", follows: 1 }] },
        { code: "action-of-another-policy" },
      ],
    ];
    for (const [change, refusal] of faults) {
      expect((await post("", rosa.sent, { ...body, ...change })).body).toMatchObject(refusal);
    }
  });

  test("is a member's, who is in the book and not suspended", async () => {
    const { market, rosa, aldo, post } = proposing;
    const body = { subject: "motion", policy: "ordinary", ...WORDS };
    const foreign = await post("", rosa.sent, { ...body, memberId: aldo.memberId });
    expect(foreign).toMatchObject({ status: 404, body: { code: "not-found", what: "member" } });
    const away = await admitMember(market, { name: "Dora Poli", isSuspended: true });
    const suspended = await post("", away.sent, { ...body, memberId: away.memberId });
    expect(suspended).toMatchObject({ status: 403, body: { code: "member-suspended" } });
    expect((await post("", {}, { ...body, memberId: rosa.memberId })).status).toBe(401);
  });
});

describe("an end before the vote", () => {
  test("is the author's, who takes it back until it opens", async () => {
    const { market, rosa, aldo, post, seen, noticed } = proposing;
    const id = await noticed();
    const body = { reason: "Ci ho ripensato." };
    const foreign = await post(`/${id}/withdrawal`, aldo.sent, body);
    expect(foreign.body).toMatchObject({ code: "not-the-author" });
    const { call } = (await seen(id)).body;
    passTo(market, call.opensAt);
    expect((await post(`/${id}/withdrawal`, rosa.sent, body)).body).toMatchObject({
      code: "proposal-not-now",
      state: "open",
    });
    passTo(market, call.opensAt - 1);
    expect((await post(`/${id}/withdrawal`, rosa.sent, body)).status).toBe(200);
    expect((await seen(id)).body).toMatchObject({ state: "withdrawn", ended: body });
  });

  test("is another proposal of the same author that is on its way", async () => {
    const { rosa, post, seen, discussed } = proposing;
    const [id, by] = [await discussed(), await discussed()];
    const reason = "L’altra dice meglio.";
    const gone = await discussed();
    await post(`/${gone}/withdrawal`, rosa.sent, { reason });
    const superseded = (other: string) =>
      post(`/${id}/supersession`, rosa.sent, { reason, by: other });
    expect((await superseded(gone)).body).toMatchObject({ code: "proposal-not-now" });
    expect((await superseded(id)).status).toBe(404);
    expect((await superseded(by)).status).toBe(200);
    expect((await seen(id)).body).toMatchObject({
      state: "superseded",
      ended: { supersededBy: by, reason },
    });
  });

  test("is a supervisor's veto, with the reason, signed with a passkey", async () => {
    const { market, officer, post, stateOf, noticed } = proposing;
    const id = await noticed();
    const supervisor = await tokenFor(market, officer, { role: "supervisor", subject: "" });
    const body = { reason: "L’articolo 2 dello statuto non lo permette." };
    expect((await post(`/${id}/veto`, { token: officer }, body)).body).toMatchObject({
      code: "not-allowed",
    });
    expect(await post(`/${id}/veto`, { token: supervisor, unsigned: true }, body)).toMatchObject({
      body: { code: "passkey-needed" },
    });
    expect((await post(`/${id}/veto`, { token: supervisor }, body)).status).toBe(200);
    expect(await stateOf(id)).toBe("vetoed");
    expect((await post(`/${id}/veto`, { token: supervisor }, body)).body).toMatchObject({
      code: "proposal-not-now",
      state: "vetoed",
    });
  });
});

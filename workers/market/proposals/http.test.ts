import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { type Got, type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { admitMember, type AdmittedMember, admitVoter } from "#tests/members.ts";
import { tokenFor } from "#tests/people.ts";
import { passTo } from "#tests/proposals.ts";

let market: Market;
let officer: string;
let rosa: AdmittedMember;
let others: AdmittedMember[];

beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
  rosa = await admitVoter(market, { name: "Rosa Bianchi" });
  others = [];
  for (const name of ["Aldo Neri", "Bice Verdi", "Carlo Riva"]) {
    others.push(await admitMember(market, { name }));
  }
});
afterAll(() => market.close());

interface Seen {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly text: { readonly version: number; readonly title: string };
  readonly call: { readonly number: number; readonly opensAt: number; readonly isVoid: boolean };
  readonly ended: { readonly how: string; readonly reason: string } | null;
}

const post = <T = Record<string, unknown>>(path: string, sent: Sent, body: object = {}) =>
  market.call<T>("POST", `/api/v1/proposals${path}`, { ...sent, body });
const seen = (id: string, sent: Sent = {}): Promise<Got<Seen>> =>
  market.call<Seen>("GET", `/api/v1/proposals/${id}`, sent);
const stateOf = async (id: string) => (await seen(id, rosa.sent)).body.state;

const words = { title: "Consegna anche il sabato", body: "Si consegna anche il sabato." };

async function drafted(change: object = {}): Promise<string> {
  const body = { memberId: rosa.memberId, policy: "ordinary", subject: "motion", ...words };
  const got = await post<Seen>("", rosa.sent, { ...body, ...change });
  expect(got.status).toBe(201);
  return got.body.id;
}

async function discussed(change: object = {}): Promise<string> {
  const id = await drafted(change);
  expect((await post(`/${id}/submission`, rosa.sent)).status).toBe(200);
  for (const { memberId, sent } of others) {
    expect((await post(`/${id}/endorsements`, sent, { memberId })).status).toBe(201);
  }
  return id;
}

async function noticed(): Promise<string> {
  const id = await discussed();
  passTo(market, market.time.now + 7 * DAY);
  expect((await post(`/${id}/calls`, { token: officer })).status).toBe(201);
  return id;
}

describe("an idea", () => {
  test("is a draft that its author alone finds", async () => {
    const id = await drafted();
    expect((await seen(id, rosa.sent)).body).toMatchObject({ number: 1, state: "draft" });
    for (const sent of [{}, others[0]?.sent ?? {}, { token: officer }]) {
      expect(await seen(id, sent)).toMatchObject({ status: 404, body: { code: "not-found" } });
    }
    const list = await market.call("GET", "/api/v1/proposals");
    expect(list.body).toEqual({ items: [], next: null });
    const drafts = await market.call("GET", "/api/v1/proposals/drafts", rosa.sent);
    expect(drafts.body).toMatchObject({ items: [{ id }] });
  });

  test("is written again by its author, on the version that they read", async () => {
    const id = await drafted();
    const body = { follows: 1, ...words, title: "Consegna il sabato" };
    expect(await post(`/${id}/texts`, rosa.sent, body)).toMatchObject({ body: { version: 2 } });
    expect(await post(`/${id}/texts`, rosa.sent, body)).toMatchObject({
      status: 409,
      body: { code: "text-changed", version: 2 },
    });
    const texts = await market.call("GET", `/api/v1/proposals/${id}/texts`, rosa.sent);
    expect(texts.body).toMatchObject({ items: [{ version: 1 }, { version: 2 }] });
  });

  test("is endorsed by others until they are enough, and then discussed", async () => {
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
    const id = await drafted();
    await post(`/${id}/submission`, rosa.sent);
    expect(await post(`/${id}/texts`, rosa.sent, { follows: 1, ...words })).toMatchObject({
      status: 409,
      body: { code: "proposal-not-now", state: "endorsing" },
    });
  });

  test("fits how it is to be decided, or is refused when it is written", async () => {
    const body = { memberId: rosa.memberId, subject: "motion", policy: "ordinary", ...words };
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
    const body = { subject: "motion", policy: "ordinary", ...words };
    const foreign = await post("", rosa.sent, { ...body, memberId: others[0]?.memberId });
    expect(foreign).toMatchObject({ status: 404, body: { code: "not-found", what: "member" } });
    const away = await admitMember(market, { name: "Dora Poli", isSuspended: true });
    const suspended = await post("", away.sent, { ...body, memberId: away.memberId });
    expect(suspended).toMatchObject({ status: 403, body: { code: "member-suspended" } });
    expect((await post("", {}, { ...body, memberId: rosa.memberId })).status).toBe(401);
  });
});

describe("a discussion", () => {
  test("is for and against, with answers; a supervisor hides with a reason", async () => {
    const id = await discussed();
    const [aldo] = others;
    if (aldo === undefined) throw new Error("Aldo is there");
    const said = { memberId: aldo.memberId, stance: "against", words: "Il sabato riposiamo." };
    const comment = await post<Seen>(`/${id}/comments`, aldo.sent, said);
    const answersId = comment.body.id;
    const reply = { memberId: rosa.memberId, words: "Solo chi vuole.", answersId };
    expect((await post(`/${id}/comments`, rosa.sent, reply)).status).toBe(201);
    const supervisor = await tokenFor(market, officer, { role: "supervisor", subject: "" });
    const hiding = `/${id}/comments/${answersId}/hiding`;
    expect((await post(hiding, rosa.sent, { reason: "no" })).status).toBe(403);
    const reason = "Nomina una persona che non c’entra.";
    expect((await post(hiding, { token: supervisor }, { reason })).status).toBe(200);
    expect((await post(hiding, { token: supervisor }, { reason })).body).toMatchObject({
      code: "comment-hidden",
    });
    const list = await market.call("GET", `/api/v1/proposals/${id}/comments`, aldo.sent);
    expect(list.body).toMatchObject({
      items: [
        { stance: "against", words: null, hidden: { reason } },
        { stance: "neither", words: "Solo chi vuole.", answersId, hidden: null },
      ],
    });
    expect((await market.call("GET", `/api/v1/proposals/${id}/comments`)).status).toBe(401);
  });

  test("answers only what was said of the same proposal", async () => {
    const [one, other] = [await discussed(), await discussed()];
    const said = { memberId: rosa.memberId, words: "Sì." };
    const comment = await post<Seen>(`/${one}/comments`, rosa.sent, said);
    const answer = { ...said, answersId: comment.body.id };
    expect((await post(`/${other}/comments`, rosa.sent, answer)).status).toBe(404);
  });

  test("takes an amendment into the text, or leaves it", async () => {
    const id = await discussed();
    const [aldo] = others;
    if (aldo === undefined) throw new Error("Aldo is there");
    const text = { ...words, title: "Consegna il sabato mattina" };
    const body = { memberId: aldo.memberId, follows: 1, reason: "Basta la mattina.", ...text };
    const [first, second] = [
      await post<Seen>(`/${id}/amendments`, aldo.sent, body),
      await post<Seen>(`/${id}/amendments`, aldo.sent, body),
    ];
    const decide = (amendment: string, decision: string, sent = rosa.sent) =>
      post(`/${id}/amendments/${amendment}/decision`, sent, { decision, reason: "Sentiti tutti." });
    expect((await decide(first.body.id, "accepted", aldo.sent)).body).toMatchObject({
      code: "not-the-author",
    });
    expect((await decide(first.body.id, "accepted")).body).toMatchObject({ version: 2 });
    expect((await decide(first.body.id, "rejected")).body).toMatchObject({
      code: "amendment-decided",
    });
    expect((await decide(second.body.id, "accepted")).body).toMatchObject({
      code: "amendment-outdated",
      version: 2,
    });
    expect((await decide(second.body.id, "rejected")).status).toBe(200);
    expect((await seen(id)).body.text).toMatchObject({ version: 2, title: text.title });
    expect((await post(`/${id}/amendments`, aldo.sent, body)).body).toMatchObject({
      code: "amendment-outdated",
    });
  });

  test("may end with two texts, of which the members choose", async () => {
    const id = await discussed();
    const [aldo] = others;
    if (aldo === undefined) throw new Error("Aldo is there");
    const body = { memberId: aldo.memberId, follows: 1, reason: "Basta la mattina.", ...words };
    const amendment = await post<Seen>(`/${id}/amendments`, aldo.sent, body);
    const decided = await post<{ proposal: Seen }>(
      `/${id}/amendments/${amendment.body.id}/decision`,
      rosa.sent,
      { decision: "put-to-vote", reason: "Decidano i soci." },
    );
    const { proposal } = decided.body;
    expect((await seen(proposal.id)).body).toMatchObject({
      state: "discussion",
      authorId: aldo.memberId,
      amendmentId: amendment.body.id,
    });
    expect(await stateOf(id)).toBe("discussion");
  });
});

describe("an end before the vote", () => {
  test("is the author's, who takes it back until it opens", async () => {
    const id = await noticed();
    const body = { reason: "Ci ho ripensato." };
    const foreign = await post(`/${id}/withdrawal`, others[0]?.sent ?? {}, body);
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

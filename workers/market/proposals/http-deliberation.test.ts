import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenFor } from "#tests/people.ts";
import { openProposing, type Proposing, type SeenProposal, WORDS } from "#tests/proposing.ts";

let proposing: Proposing;
beforeAll(async () => {
  proposing = await openProposing();
});
afterAll(() => proposing.market.close());

describe("a discussion", () => {
  test("is for and against, with answers; a supervisor hides with a reason", async () => {
    const { market, officer, rosa, aldo, post, discussed } = proposing;
    const id = await discussed();
    const said = { memberId: aldo.memberId, stance: "against", words: "Il sabato riposiamo." };
    const comment = await post<SeenProposal>(`/${id}/comments`, aldo.sent, said);
    const answersId = comment.body.id;
    market.time.now += 1000;
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
    const { rosa, post, discussed } = proposing;
    const [one, other] = [await discussed(), await discussed()];
    const said = { memberId: rosa.memberId, words: "Sì." };
    const comment = await post<SeenProposal>(`/${one}/comments`, rosa.sent, said);
    const answer = { ...said, answersId: comment.body.id };
    expect((await post(`/${other}/comments`, rosa.sent, answer)).status).toBe(404);
  });

  test("takes an amendment into the text, or leaves it", async () => {
    const { rosa, aldo, post, seen, discussed } = proposing;
    const id = await discussed();
    const text = { ...WORDS, title: "Consegna il sabato mattina" };
    const body = { memberId: aldo.memberId, follows: 1, reason: "Basta la mattina.", ...text };
    const [first, second] = [
      await post<SeenProposal>(`/${id}/amendments`, aldo.sent, body),
      await post<SeenProposal>(`/${id}/amendments`, aldo.sent, body),
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
    const { rosa, aldo, post, seen, stateOf, discussed } = proposing;
    const id = await discussed();
    const body = { memberId: aldo.memberId, follows: 1, reason: "Basta la mattina.", ...WORDS };
    const amendment = await post<SeenProposal>(`/${id}/amendments`, aldo.sent, body);
    const decided = await post<{ proposal: SeenProposal }>(
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

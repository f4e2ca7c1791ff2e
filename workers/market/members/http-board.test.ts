import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { type Got, type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { addPerson } from "#tests/signed-in-person.ts";

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const move = (id: string, body: object) =>
  market.call("POST", `/api/v1/members/${id}/movements`, { token: officer, body });
const enter = (id: string, body: object) =>
  market.call("POST", `/api/v1/members/${id}/entries`, { token: officer, body });
const askExit = (sent: Sent, id: string) =>
  market.call("POST", `/api/v1/members/${id}/requests`, { ...sent, body: { kind: "exit-asked" } });
const said = ({ status, body }: Got<unknown>) => [status, (body as { code?: string }).code];
const balance = (code: string) =>
  market.database
    .prepare(
      `SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
        WHERE code = ?`,
    )
    .pluck()
    .all([code])[0];

test("who leaves is paid what they put in, once they are out", async () => {
  const { memberId, sent } = await admitMember(market, { name: "Dora Righi", shares: 2 });
  expect(said(await move(memberId, { kind: "redeemed" }))).toEqual([409, "still-a-member"]);
  expect((await askExit(sent, memberId)).status).toBe(201);
  expect((await enter(memberId, { kind: "exited" })).body["state"]).toBe("exited");
  expect(said(await market.call("GET", "/api/v1/members", sent))).toEqual([403, "not-allowed"]);
  const redeemed = await move(memberId, { kind: "redeemed", lossCents: 1000 });
  expect(redeemed.body).toMatchObject({ shares: 0, paidCents: 0, owedCents: 4000 });
  expect(
    said(await move(memberId, { kind: "reimbursed", amountCents: 4001, outOf: "bank" })),
  ).toEqual([422, "nothing-owed"]);
  await move(memberId, { kind: "reimbursed", amountCents: 4000, outOf: "bank" });
  expect(balance(`share-redemption:${memberId}`)).toBe(0);
  expect(balance(`share-capital:${memberId}`)).toBe(0);
});

/** Asks, and what becomes of it: by the board, or by who gives. */
function givingTo(from: AdmittedMember, to: AdmittedMember) {
  const send = (path: string, body: object, sent: object) =>
    market.call("POST", `/api/v1${path}`, { ...sent, body });
  return {
    ask: (shares: number) =>
      send(`/members/${from.memberId}/transfers`, { toBookNo: bookNoOf(to), shares }, from.sent),
    take: ({ body }: Got) => send(`/share-transfers/${String(body["id"])}/acceptance`, {}, to.sent),
    decline: ({ body }: Got) =>
      send(`/share-transfers/${String(body["id"])}/end`, { verdict: "declined" }, to.sent),
    board: ({ body }: Got, verdict: object) =>
      send(`/share-transfers/${String(body["id"])}/answer`, verdict, { token: officer }),
    end: ({ body }: Got, verdict: string) =>
      send(`/share-transfers/${String(body["id"])}/end`, { verdict }, from.sent),
  };
}

function bookNoOf({ memberId }: AdmittedMember): number {
  const sql = "SELECT book_no FROM member WHERE id = ?";
  return Number(market.database.prepare(sql).pluck().all([memberId])[0]);
}

const held = (...members: readonly AdmittedMember[]) =>
  members.map(({ memberId }) =>
    market.database
      .prepare("SELECT shares, paid_cents FROM share_holding WHERE member_id = ?")
      .raw()
      .all([memberId])
      .flat(),
  );

test("shares go to another member when the board consents", async () => {
  const elio = await admitMember(market, { name: "Elio", shares: 3 });
  const gina = await admitMember(market, { name: "Gina" });
  const { ask, take, board, end } = givingTo(elio, gina);
  expect(said(await ask(4))).toEqual([422, "too-few-shares"]);
  const asked = await ask(1);
  expect(said(await ask(1))).toEqual([409, "transfer-open"]);
  expect(said(await end(asked, "completed"))).toEqual([409, "transfer-waiting"]);
  expect(said(await board(asked, { verdict: "consented" }))).toEqual([
    409,
    "transfer-not-accepted",
  ]);
  expect((await take(asked)).body).toMatchObject({ ending: null, acceptedAt: market.time.now });
  expect(said(await take(asked))).toEqual([409, "transfer-accepted"]);
  expect((await board(asked, { verdict: "consented" })).body["ending"]).toBe("done");
  expect(said(await board(asked, { verdict: "consented" }))).toEqual([409, "transfer-ended"]);
  expect(held(elio, gina)).toEqual([
    [2, 5000],
    [2, 5000],
  ]);
});

test("who is offered shares may decline them, and then nobody moves them", async () => {
  const rita = await admitMember(market, { name: "Rita", shares: 2 });
  const ugo = await admitMember(market, { name: "Ugo" });
  const { ask, take, decline, end, board } = givingTo(rita, ugo);
  const asked = await ask(1);
  expect((await decline(asked)).body["ending"]).toBe("declined");
  expect(said(await take(asked))).toEqual([409, "transfer-ended"]);
  expect(said(await board(asked, { verdict: "consented" }))).toEqual([409, "transfer-ended"]);
  const again = await ask(1);
  expect((await end(again, "withdrawn")).body["ending"]).toBe("withdrawn");
  const letters = [asked, again].flatMap(({ body }) =>
    market.database
      .prepare("SELECT substr(key, 1, 17) FROM outbox WHERE key LIKE 'transfer%' || ? || '%'")
      .pluck()
      .all([String(body["id"])]),
  );
  expect(letters).toEqual(["transfer-declined", "transfer-offered:", "transfer-offered:"]);
});

test("who acts for both sides has said yes by asking", async () => {
  const vera = await admitMember(market, { name: "Vera", shares: 2 });
  const firm = { name: "Latteria Vera", kind: "legal", person: vera } as const;
  const { ask, board } = givingTo(vera, await admitMember(market, firm));
  const asked = await ask(1);
  expect(asked.body["acceptedAt"]).toBe(market.time.now);
  expect((await board(asked, { verdict: "consented" })).body["ending"]).toBe("done");
});

test("shares go to another member when nobody answers for sixty days", async () => {
  const fede = await admitMember(market, { name: "Fede", shares: 2 });
  const ines = await admitMember(market, { name: "Ines" });
  const { ask, take, board, end } = givingTo(fede, ines);
  const asked = await ask(1);
  await take(asked);
  market.time.now += 60 * DAY;
  const session = "UPDATE session SET started_at = ?1, seen_at = ?1 WHERE person_id = ?2";
  market.database.prepare(session).run([market.time.now, fede.personId]);
  const late = await board(asked, { verdict: "denied", words: "Troppo tardi" });
  expect(said(late)).toEqual([409, "transfer-free"]);
  expect((await end(asked, "completed")).body["ending"]).toBe("done");
  expect(held(fede, ines)).toEqual([
    [1, 2500],
    [2, 5000],
  ]);
});

test("reserves become capital only as far as there are any", async () => {
  const { memberId } = await admitMember(market, { name: "Ivo" });
  expect(said(await move(memberId, { kind: "revalued", amountCents: 100_000 }))).toEqual([
    409,
    "reserves-short",
  ]);
  const { memberId: late } = await admitMember(market, { name: "Leo", isPaid: false });
  expect(said(await move(late, { kind: "revalued", amountCents: 1 }))).toEqual([
    409,
    "shares-unpaid",
  ]);
  expect(said(await move(late, { kind: "paid", amountCents: 2501, into: "bank" }))).toEqual([
    422,
    "share-overpaid",
  ]);
});

test("a member takes more shares; a stranger does not learn of the membership", async () => {
  const { memberId, sent } = await admitMember(market, { name: "Nora" });
  const path = `/api/v1/members/${memberId}/subscriptions`;
  const more = await market.call("POST", path, { ...sent, body: { shares: 3, instalments: 12 } });
  expect(more.body).toMatchObject({ shares: 4, subscribedCents: 10_000, paidCents: 2500 });
  expect(
    said(await market.call("POST", path, { ...sent, body: { shares: 1, instalments: 13 } })),
  ).toEqual([422, "instalments-too-many"]);
  expect(said(await market.call("POST", path, { ...sent, body: { shares: 4000 } }))).toEqual([
    422,
    "share-limit",
  ]);
  const stranger = addPerson(market, { name: "Strano", address: "strano@example.org" });
  expect(said(await market.call("POST", path, { ...stranger.sent, body: { shares: 1 } }))).toEqual([
    404,
    "not-found",
  ]);
});

test("the book names who left for ten years, and not a day more", async () => {
  const { memberId, sent } = await admitMember(market, { name: "Olga Poli" });
  await askExit(sent, memberId);
  await enter(memberId, { kind: "exited" });
  const start = market.time.now;
  const named = () =>
    market.database
      .prepare("SELECT count(*) FROM member_identity WHERE member_id = ?")
      .pluck()
      .all([memberId])[0];
  market.time.now = start + 3652 * DAY;
  await market.tick();
  expect(named()).toBe(1);
  market.time.now = start + 3654 * DAY;
  await market.tick();
  expect(named()).toBe(0);
});

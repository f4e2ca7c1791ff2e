import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY } from "#domain/kernel/instant.ts";
import { type Got, type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { tokenFor } from "#tests/people.ts";
import { addPerson } from "#tests/signed-in-person.ts";

interface Whole {
  readonly id: string;
  readonly state: string;
  readonly bookNo: number | null;
  readonly shares: number;
  readonly overdueCents: number;
  readonly entries: readonly { readonly kind: string; readonly words: string | null }[];
  readonly dues: readonly { readonly dueOn: string; readonly amount: number }[];
}

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  officer = await setUp(market);
});
afterAll(() => market.close());

const someone = {
  class: "consumer",
  bornOn: "1980-01-01",
  bornIn: "Roma",
  street: "via Cantarane 27",
  postcode: "37129",
  town: "Verona",
};
const rossi = { ...someone, name: "Mario Rossi", taxCode: "rssmra80a01h501u" };

const person = (name: string) =>
  addPerson(market, { name, address: `${name.replaceAll(" ", ".").toLowerCase()}@example.org` });
const apply = (sent: Sent, body: object) =>
  market.call<Whole>("POST", "/api/v1/members", { ...sent, body });
const enter = (id: string, body: object, sent: Sent = { token: officer }) =>
  market.call<Whole>("POST", `/api/v1/members/${id}/entries`, { ...sent, body });
const ask = (sent: Sent, id: string, kind: string) =>
  market.call<Whole>("POST", `/api/v1/members/${id}/requests`, { ...sent, body: { kind } });
const move = (id: string, body: object) =>
  market.call<Whole>("POST", `/api/v1/members/${id}/movements`, { token: officer, body });
const mine = async (sent: Sent) =>
  (await market.call<{ items: Whole[] }>("GET", "/api/v1/members/mine", sent)).body.items[0];
const said = ({ status, body }: Got<unknown>) => [status, (body as { code?: string }).code];
const lettersOf = (name: string) =>
  market.database
    .prepare("SELECT words ->> 'subject' FROM letter WHERE recipient = ? AND kind = 'membership'")
    .pluck()
    .all([`${name}@example.org`]);
const balance = (code: string) =>
  market.database
    .prepare(
      `SELECT posted_cents FROM ledger_balance JOIN ledger_account ON id = account_id
        WHERE code = ?`,
    )
    .pluck()
    .all([code])[0];

describe("somebody becomes a member", () => {
  const mario = { current: {} as ReturnType<typeof person> };

  test("asks, waits, and hears by letter", async () => {
    mario.current = person("Mario Rossi");
    const { sent } = mario.current;
    const asked = await apply(sent, { ...rossi, shares: 2, instalments: 2, motive: "Ci credo" });
    expect(asked.status).toBe(201);
    expect(said(await apply(sent, rossi))).toEqual([409, "member-already"]);
    expect(said(await apply(person("Altro Rossi").sent, rossi))).toEqual([409, "tax-code-taken"]);
    expect(await mine(sent)).toMatchObject({ state: "applicant", bookNo: null, shares: 0 });
    expect(lettersOf("mario.rossi")).toEqual(["La tua domanda di ammissione è arrivata"]);
    const waiting = await market.call<{ items: Whole[] }>("GET", "/api/v1/members/waiting", {
      token: officer,
    });
    expect(waiting.body.items).toMatchObject([{ id: asked.body.id, name: "Mario Rossi" }]);
  });

  test("is admitted under a passkey, with the shares they asked for", async () => {
    const { sent } = mario.current;
    const { id } = (await mine(sent)) ?? { id: "" };
    const body = { kind: "admitted", words: "Benvenuto" };
    expect(said(await enter(id, body, { token: officer, unsigned: true }))).toEqual([
      403,
      "passkey-needed",
    ]);
    const admitted = await enter(id, body, { token: officer, key: "admit" });
    expect(admitted.body).toMatchObject({ state: "active", bookNo: 1, enrolledOn: "2026-06-02" });
    expect((await enter(id, body, { token: officer, key: "admit" })).body).toEqual(admitted.body);
    expect(said(await enter(id, body))).toEqual([409, "membership-misfit"]);
    expect(await mine(sent)).toMatchObject({
      shares: 2,
      entries: [{ words: "Ci credo" }, { kind: "admitted", words: "Benvenuto" }],
      dues: [
        { dueOn: "2026-07-02", amount: 2500 },
        { dueOn: "2026-08-02", amount: 2500 },
      ],
    });
    expect(balance(`share-receivable:${id}`)).toBe(5000);
    expect(balance(`share-capital:${id}`)).toBe(-5000);
    const book = await market.call<{ items: object[] }>("GET", "/api/v1/members", sent);
    expect(book.body.items).toEqual([
      {
        bookNo: 1,
        name: "Mario Rossi",
        kind: "natural",
        class: "consumer",
        enrolledOn: "2026-06-02",
        isSuspended: false,
      },
    ]);
  });

  test("pays, is late, is asked to pay, and is excluded thirty days later", async () => {
    const { sent } = mario.current;
    const { id } = (await mine(sent)) ?? { id: "" };
    await move(id, { kind: "paid", amountCents: 2500, into: "cash" });
    expect(said(await enter(id, { kind: "payment-demanded" }))).toEqual([409, "not-in-arrears"]);
    market.time.now += 70 * DAY;
    const exclusion = { kind: "excluded", ground: "unpaid-share", words: "Rata non versata" };
    expect(said(await enter(id, exclusion))).toEqual([409, "payment-not-demanded"]);
    expect((await enter(id, { kind: "payment-demanded" })).status).toBe(201);
    market.time.now += 30 * DAY;
    expect((await enter(id, exclusion)).body).toMatchObject({ state: "excluded" });
    expect(lettersOf("mario.rossi").at(-1)).toBe("L’esclusione dal libro soci");
    market.time.now -= 100 * DAY;
  });
});

test("who is refused hears why, and the assembly has the last word", async () => {
  const { sent } = person("Rita Poli");
  const rita = { ...someone, name: "Rita Poli", taxCode: "PLORTI80A41L781A" };
  expect(said(await apply(sent, rita))).toEqual([422, "tax-code-wrong"]);
  const { body } = await apply(sent, { ...rita, taxCode: "RSSMRA80A01H50MM" });
  const no = { kind: "refused", ground: "requirements-missing", words: "Vende altrove" };
  expect((await enter(body.id, no)).body.state).toBe("refused");
  expect(said(await enter(body.id, { kind: "admitted", by: "assembly" }))).toEqual([
    409,
    "membership-misfit",
  ]);
  expect((await ask(sent, body.id, "appealed")).status).toBe(201);
  const yes = await enter(body.id, { kind: "admitted", by: "assembly" });
  expect(yes.body).toMatchObject({ state: "active" });
});

test("a book on paper is taken over with its days, and says that it was", async () => {
  const { id, sent } = person("Ugo Zenti");
  const ugo = { ...someone, name: "Ugo Zenti", taxCode: "ZNTGUO80A01L781X" };
  const entry = { ...ugo, personId: id, enrolledOn: "2020-03-01", shares: 2, paidShares: 1 };
  const send = (members: object[]) =>
    market.call("POST", "/api/v1/members/transcriptions", { token: officer, body: { members } });
  expect(said(await send([entry]))).toEqual([422, "tax-code-wrong"]);
  const good = { ...entry, taxCode: codeFor("ZNTGUO80A01L781") };
  expect(said(await send([{ ...good, enrolledOn: "2026-06-03" }]))).toEqual([
    422,
    "identity-misfit",
  ]);
  expect(said(await send([{ ...good, personId: "0".repeat(26) }]))).toEqual([404, "not-found"]);
  expect((await send([good])).status).toBe(201);
  expect(await mine(sent)).toMatchObject({ enrolledOn: "2020-03-01", shares: 2, paidCents: 2500 });
  const document = await market.call("GET", "/api/v1/members/book.json", { token: officer });
  const again = await market.call("GET", "/api/v1/members/book.json", { token: officer });
  expect(document.body["digest"]).toMatch(/^[0-9a-f]{64}$/);
  expect(again.body["digest"]).toBe(document.body["digest"]);
  const auditor = await tokenFor(market, officer, { role: "auditor", subject: "" });
  const table = await market.call<string>("GET", "/api/v1/members/book.csv", { token: auditor });
  expect(table.body).toContain(";Ugo Zenti;ZNTGUO80A01L781");
  expect(table.body.split("\r\n")[0]).toContain("numero;nome;codice fiscale");
});

/** The code with its check letter, found by trying. */
function codeFor(first: string): string {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22];
  const values = [...odd, 25, 24, 23];
  const sum = Array.from(first).reduce((total, character, index) => {
    const place = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (values[place] ?? 0) : place);
  }, 0);
  return first + String.fromCharCode(65 + (sum % 26));
}

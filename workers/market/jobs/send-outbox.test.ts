import { afterEach, beforeEach, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import type { CardHold } from "#domain/payments/card.ts";
import type { Database, Statement } from "#ports/database.ts";
import type { Letter } from "#domain/notices/letter.ts";
import { type Mail, openMail } from "#ports/mail.ts";
import { type LetterTo, queueLetter } from "#store/letters.ts";
import { afterwards, claimDue, type Effect } from "#store/outbox.ts";
import { type Outbox, openOutbox, settledCardOrder } from "#tests/card-orders.ts";
import { occasion } from "#tests/postings.ts";
import { sendOutbox } from "./send-outbox.ts";

let outbox: Outbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const to = "anna@example.org";
const letter: Letter = {
  kind: "order-placed",
  lang: "it",
  subject: "Ordine ricevuto",
  pieces: [{ words: "Grazie." }],
};
const write = (told: Omit<LetterTo, "at">) =>
  outbox.senders().database.write(queueLetter({ ...told, at: occasion.now }));
const later = (effect: Effect, key: string) =>
  outbox.senders().database.write([afterwards({ ...effect, key, at: occasion.now })]);
const states = () =>
  outbox.rows("SELECT key, attempts, done_at IS NOT NULL, dead_at IS NOT NULL FROM outbox");
const balance = (code: string) =>
  outbox.rows(`SELECT coalesce(sum(posted_cents), 0) FROM ledger_balance
    JOIN ledger_account ON id = account_id WHERE code = '${code}'`)[0]?.[0];

/** An order that is captured later: 901 of the 1139 that its card holds. */
async function capturedLater(): Promise<CardHold> {
  const hold = await settledCardOrder(outbox, { held: 1139, owed: 901 });
  const payload = { ...hold, amountCents: cents(901), shortCents: cents(0) };
  await later({ topic: "payment-capture", payload }, `capture:${hold.holdId}`);
  return hold;
}

/** What one capture leaves, however often it was tried. */
function expectCapturedOnce({ orderId }: CardHold): void {
  expect(outbox.payments.holds()).toMatchObject([{ state: "captured", capturedCents: 901 }]);
  expect([balance("card-clearing"), balance("card-receivable")]).toEqual([901, 0]);
  expect(balance("card-held")).toBe(0);
  const [order] = outbox.rows(`SELECT captured_cents FROM customer_order WHERE id = '${orderId}'`);
  expect(order).toEqual([901]);
  expect(outbox.rows("SELECT count(*) FROM ledger_tx WHERE kind = 'card-capture'")).toEqual([[1]]);
}

test("a capture, its posting and the order's note come together", async () => {
  const hold = await capturedLater();
  await sendOutbox(outbox.senders());
  expectCapturedOnce(hold);
  expect(states()).toEqual([[`capture:${hold.holdId}`, 1, 1, 0]]);
});

test("a freed hold leaves the books; one they never knew only leaves the card", async () => {
  const posted = await settledCardOrder(outbox, { held: 500, owed: 0 });
  const { holdId } = await settledCardOrder(outbox, { held: 700, owed: 0 });
  await later({ topic: "payment-release", payload: { holdId: posted.holdId, posted } }, "one");
  await later({ topic: "payment-release", payload: { holdId, posted: null } }, "two");
  await sendOutbox(outbox.senders());
  expect(outbox.payments.holds().map((hold) => hold.state)).toEqual(["released", "released"]);
  expect(balance("card-held")).toBe(700);
});

test("an answer that is lost is asked for again later, and nothing happens twice", async () => {
  const hold = await capturedLater();
  await outbox.fail("timeout-after-commit");
  await sendOutbox(outbox.senders());
  expect(balance("card-clearing")).toBe(0);
  expect(outbox.rows("SELECT last_error FROM outbox")[0]?.[0]).toContain("does not answer");
  expect(await sendOutbox(outbox.senders())).toBe(0);
  expect(await sendOutbox(outbox.senders(1))).toBe(1);
  expectCapturedOnce(hold);
});

test("a sender that is killed after sending leaves the rest to a later one", async () => {
  const hold = await capturedLater();
  await outbox.senders().payments.capture({
    key: `capture:${hold.holdId}`,
    holdId: hold.holdId,
    amountCents: cents(901),
  });
  await outbox.senders().database.write([claimDue(occasion.now, 20)]);
  expect(await sendOutbox(outbox.senders())).toBe(0);
  await sendOutbox(outbox.senders(1));
  expectCapturedOnce(hold);
});

test("two senders at once send each thing once", async () => {
  const hold = await capturedLater();
  for (let i = 0; i < 30; i++) await write({ key: `letter-${i}`, to, letter });
  const counts = await Promise.all([1, 2, 3].map(() => sendOutbox(outbox.senders())));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(31);
  expect(outbox.mailbox.messages()).toHaveLength(30);
  expectCapturedOnce(hold);
});

test("twenty letters take no more round trips than one", async () => {
  for (let i = 0; i < 19; i++) await write({ key: `letter-${i}`, to, letter });
  await write({ key: "the last", to, letter });
  const { senders, writes } = counted();
  expect(await sendOutbox(senders)).toBe(20);
  expect(outbox.mailbox.messages()).toHaveLength(20);
  // The claim, the marks, and the claim that finds nothing more.
  expect(writes()).toBe(3);
});

test("a carrier that calls two letters alike keeps no other from being marked", async () => {
  for (let i = 0; i < 4; i++) await write({ key: `letter-${i}`, to, letter });
  const mail: Mail = {
    send: async (_, key) => ({ kind: "taken", carrierId: key === "letter-1" ? "letter-0" : key }),
  };
  await sendOutbox({ ...outbox.senders(), mail });
  expect(states().map(([key, , isDone]) => [key, isDone])).toEqual([
    ["letter-0", 1],
    ["letter-1", 0],
    ["letter-2", 1],
    ["letter-3", 1],
  ]);
});

/** A sender whose writes are counted. */
function counted() {
  const senders = outbox.senders();
  let writes = 0;
  const database: Database = {
    read: (statements) => senders.database.read(statements),
    write: (statements) => {
      writes += 1;
      return senders.database.write(statements);
    },
  };
  return { senders: { ...senders, database }, writes: () => writes };
}

test("a sender that took over from a slow one finds the posting there", async () => {
  const hold = await capturedLater();
  const slow = outbox.senders();
  let isFirst = true;
  const database: Database = {
    read: (statements) => slow.database.read(statements),
    write: async (statements: readonly Statement[]) => {
      const isMark = statements.some(({ sql }) => sql.includes("done_at ="));
      if (isMark && isFirst) {
        isFirst = false;
        await sendOutbox(outbox.senders(1));
      }
      return slow.database.write(statements);
    },
  };
  await sendOutbox({ ...slow, database });
  expectCapturedOnce(hold);
  expect(states()).toEqual([[`capture:${hold.holdId}`, 2, 1, 0]]);
});

test("each try waits twice as long, and the twelfth is the last", async () => {
  await write({ key: "letter", to, letter });
  const down = { url: "http://127.0.0.1:9", token: undefined, from: "rete@example.org" };
  const waits: number[] = [];
  let minutes = 0;
  for (let attempt = 1; attempt <= 12; attempt++) {
    const senders = { ...outbox.senders(minutes), mail: openMail(down) };
    expect(await sendOutbox(senders), `attempt ${attempt}`).toBe(1);
    const due = Number(outbox.rows("SELECT due_at FROM outbox")[0]?.[0]);
    waits.push((due - senders.now) / 60_000);
    minutes += waits.at(-1) ?? 0;
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024]);
  expect(states()).toEqual([["letter", 12, 0, 1]]);
  expect(await sendOutbox(outbox.senders(minutes + 10_000))).toBe(0);
  expect(outbox.rows("SELECT last_error FROM outbox")[0]?.[0]).toContain("does not answer");
});

test("a neighbour that says no is not asked again", async () => {
  const hold = await settledCardOrder(outbox, { held: 100, owed: 101 });
  const payload = { ...hold, amountCents: cents(101), shortCents: cents(0) };
  await later({ topic: "payment-capture", payload }, "capture");
  await write({ key: "letter", to: "nobody", letter });
  await sendOutbox(outbox.senders());
  const reasons = outbox.rows("SELECT last_error, dead_at IS NOT NULL FROM outbox ORDER BY id");
  expect(reasons).toEqual([
    ["above-the-hold", 1],
    ["the address is malformed", 1],
  ]);
  expect(balance("card-receivable")).toBe(101);
});

test("a card that was freed already cannot be captured; the books keep what is owed", async () => {
  const hold = await capturedLater();
  await outbox.senders().payments.release({ key: "by-hand", holdId: hold.holdId });
  await sendOutbox(outbox.senders());
  expect(states()).toEqual([[`capture:${hold.holdId}`, 1, 0, 1]]);
  expect(balance("card-receivable")).toBe(901);
});

test("freeing a card that is free is done", async () => {
  const posted = await settledCardOrder(outbox, { held: 500, owed: 0 });
  await outbox.senders().payments.release({ key: "by-itself", holdId: posted.holdId });
  await later({ topic: "payment-release", payload: { holdId: posted.holdId, posted } }, "release");
  await sendOutbox(outbox.senders());
  expect(states()).toEqual([["release", 1, 1, 0]]);
  expect(balance("card-held")).toBe(0);
});

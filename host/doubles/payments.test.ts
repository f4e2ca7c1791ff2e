import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type Payments, startPayments } from "./payments.ts";

const folder = mkdtempSync(join(tmpdir(), "filiera-cards-"));
let payments: Payments;
let file = 0;

beforeEach(async () => {
  payments = await startPayments(join(folder, `${file++}.db`));
});
afterEach(() => payments.close());
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly state?: string;
}

async function post(path: string, key: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(payments.url + path, {
    method: "POST",
    headers: { "Idempotency-Key": key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const told = (await answer.json()) as object;
  return { status: answer.status, ...told };
}

const order = { amountCents: 4200, orderId: "ordine-1", card: "4242 4242 4242 4242" };

test("a hold is authorised, captured below its amount once, and then closed", async () => {
  const hold = await post("/holds", "a", order);
  expect(hold).toMatchObject({ status: 201, state: "authorised", amountCents: 4200 });
  const above = await post(`/holds/${hold.id}/capture`, "b", { amountCents: 4201 });
  expect(above).toEqual({ status: 422, code: "above-the-hold" });
  const captured = await post(`/holds/${hold.id}/capture`, "b", { amountCents: 4200 });
  expect(captured).toMatchObject({ status: 200, state: "captured", capturedCents: 4200 });
  const again = await post(`/holds/${hold.id}/capture`, "b", { amountCents: 4200 });
  expect(again).toEqual(captured);
  const other = await post(`/holds/${hold.id}/release`, "c");
  expect(other).toEqual({ status: 409, code: "hold-captured" });
});

test("what was captured is given back in parts, no cent more, once under a key", async () => {
  const hold = await post("/holds", "a", order);
  const refund = (key: string, amountCents: number) =>
    post(`/holds/${hold.id}/refund`, key, { amountCents });
  expect(await refund("b", 1)).toEqual({ status: 409, code: "hold-authorised" });
  await post(`/holds/${hold.id}/capture`, "c", { amountCents: 1000 });
  expect(await refund("d", 1001)).toEqual({ status: 422, code: "above-the-capture" });
  const first = await refund("e", 600);
  expect(first).toMatchObject({ status: 200, refundedCents: 600 });
  expect(await refund("e", 600)).toEqual(first);
  expect(await refund("f", 401)).toEqual({ status: 422, code: "above-the-capture" });
  expect(await refund("f", 400)).toMatchObject({ status: 200, refundedCents: 1000 });
  expect(payments.refunds().map(({ amountCents }) => amountCents)).toEqual([600, 400]);
});

test("a card that ends in 5126 pays, and takes nothing back", async () => {
  const hold = await post("/holds", "a", { ...order, card: "4000 0000 0000 5126" });
  await post(`/holds/${hold.id}/capture`, "b", { amountCents: 1000 });
  const refund = await post(`/holds/${hold.id}/refund`, "c", { amountCents: 1 });
  expect(refund).toEqual({ status: 402, code: "refund-declined" });
  expect(payments.refunds()).toEqual([]);
});

test("a card that ends in 0002 is declined, and what is declined is not captured", async () => {
  const hold = await post("/holds", "a", { ...order, card: "4000 0000 0000 0002" });
  expect(hold.state).toBe("declined");
  const capture = await post(`/holds/${hold.id}/capture`, "b", { amountCents: 1 });
  expect(capture).toEqual({ status: 409, code: "hold-declined" });
});

test("the same key gives the same hold, 20 times at once; another body is refused", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post("/holds", "a", order)));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(payments.holds().length).toBe(1);
  const reused = await post("/holds", "a", { ...order, amountCents: 1 });
  expect(reused).toEqual({ status: 409, code: "idempotency-key-reused" });
});

test.each([0, -1, 1.5, 1e16, "1", null])("an amount of %s is refused", async (amountCents) => {
  expect(await post("/holds", "a", { ...order, amountCents })).toMatchObject({ status: 400 });
  expect(payments.holds()).toEqual([]);
});

test("a fault after the commit loses the answer, not the hold", async () => {
  await post("/__control", "", { fault: "timeout-after-commit", times: 1 });
  await expect(post("/holds", "a", order)).rejects.toThrow("fetch failed");
  expect(payments.holds().length).toBe(1);
  expect(await post("/holds", "a", order)).toMatchObject({ status: 201 });
  expect(payments.holds().length).toBe(1);
});

test("a fault before the commit holds nothing", async () => {
  await post("/__control", "", { fault: "error", times: 2 });
  expect((await post("/holds", "a", order)).status).toBe(500);
  expect((await post("/holds", "a", order)).status).toBe(500);
  expect(payments.holds()).toEqual([]);
  expect((await post("/holds", "a", order)).status).toBe(201);
});

test("the books outlive a restart", async () => {
  const hold = await post("/holds", "a", order);
  await payments.close();
  payments = await startPayments(join(folder, `${file - 1}.db`));
  const found = await fetch(`${payments.url}/holds/${hold.id}`);
  expect(await found.json()).toMatchObject({ state: "authorised", orderId: "ordine-1" });
});

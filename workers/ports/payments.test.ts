import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { firstOrder } from "#tests/postings.ts";
import { openPayments, type Payments } from "./payments.ts";

let doubles: Doubles;
let payments: Payments;
beforeEach(async () => {
  doubles = await openDoubles();
  payments = openPayments({ url: doubles.payments.url, token: undefined });
});
afterEach(() => doubles.close());

const wish = { key: "checkout-1", amountCents: cents(1139), orderId: firstOrder };
const good = { ...wish, card: "4242 4242 4242 4242" };
const hold = async () => {
  const answer = await payments.hold(good);
  return answer.kind === "held" ? answer.holdId : "";
};

test("a card holds money once, however often the same wish is sent", async () => {
  const first = await hold();
  expect(await hold()).toBe(first);
  expect(doubles.payments.holds()).toMatchObject([{ state: "authorised", amountCents: 1139 }]);
});

test("a declined card is an answer", async () => {
  const declined = await payments.hold({ ...wish, card: "4000 0000 0000 0002" });
  expect(declined).toEqual({ kind: "declined", reason: "card-declined" });
});

test("a capture takes part of the hold, and ends it", async () => {
  const holdId = await hold();
  const capture = { key: "capture-1", holdId, amountCents: cents(901) };
  expect(await payments.capture(capture)).toEqual({ kind: "done" });
  expect(await payments.capture(capture)).toEqual({ kind: "done" });
  expect(doubles.payments.holds()).toMatchObject([{ state: "captured", capturedCents: 901 }]);
  const late = await payments.release({ key: "release-1", holdId });
  expect(late).toEqual({ kind: "declined", reason: "hold-captured" });
});

test("part of what was captured goes back, once; more than that is an answer too", async () => {
  const holdId = await hold();
  await payments.capture({ key: "capture-1", holdId, amountCents: cents(901) });
  const refund = { key: "refund-1", holdId, amountCents: cents(901) };
  expect(await payments.refund(refund)).toEqual({ kind: "done" });
  expect(await payments.refund(refund)).toEqual({ kind: "done" });
  const more = await payments.refund({ ...refund, key: "refund-2", amountCents: cents(1) });
  expect(more).toEqual({ kind: "declined", reason: "above-the-capture" });
  expect(doubles.payments.refunds()).toEqual([{ holdId, amountCents: 901 }]);
});

test("a hold without an answer is undone by its key; one on its way comes late", async () => {
  await hold();
  const undo = { key: "undo:checkout-1", heldUnder: "checkout-1" };
  expect(await payments.undoHold(undo)).toEqual({ kind: "done" });
  expect(await payments.undoHold(undo)).toEqual({ kind: "done" });
  expect(doubles.payments.holds()).toMatchObject([{ state: "released" }]);
  await payments.undoHold({ key: "undo:checkout-2", heldUnder: "checkout-2" });
  const late = await payments.hold({ ...good, key: "checkout-2" });
  expect(late.kind).toBe("declined");
  expect(doubles.payments.holds()).toHaveLength(1);
});

test("more than the hold is not taken", async () => {
  const capture = { key: "capture-1", holdId: await hold(), amountCents: cents(1140) };
  expect(await payments.capture(capture)).toEqual({ kind: "declined", reason: "above-the-hold" });
});

test("an answer that is lost after the deed is found again by its key", async () => {
  const holdId = await hold();
  await doubles.fail("timeout-after-commit");
  const release = { key: "release-1", holdId };
  await expect(payments.release(release)).rejects.toThrow("does not answer");
  expect(await payments.release(release)).toEqual({ kind: "done" });
});

test("a neighbour in trouble is no answer", async () => {
  await doubles.fail("error");
  await expect(payments.hold(good)).rejects.toThrow("answers 500");
  await expect(payments.release({ key: "k", holdId: "none" })).rejects.toThrow("answers 404");
});

test("an answer in another form is no answer", async () => {
  const server = createServer((_, response) => response.end('{"id":"../../x","state":"sold"}'));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const odd = openPayments({ url: `http://127.0.0.1:${port}`, token: "secret" });
  await expect(odd.hold(good)).rejects.toThrow("in another form");
  server.close();
  server.closeAllConnections();
});

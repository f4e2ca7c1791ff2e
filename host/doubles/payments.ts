import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { type CardBooks, type CardRefund, type Hold, openCardBooks } from "./card-books.ts";
import { type Asked, type Loopback, serveLoopback, type Told } from "./loopback.ts";

/** The card double as the host holds it. */
export interface Payments extends Loopback {
  holds(): readonly Hold[];
  refunds(): readonly CardRefund[];
}

const positiveCents = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const NewHold = v.object({
  amountCents: positiveCents,
  orderId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  card: v.pipe(v.string(), v.regex(/^[\w -]{4,100}$/)),
});
const Undo = v.object({ heldUnder: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });
const Capture = v.object({ amountCents: positiveCents });
const Fault = v.object({
  fault: v.picklist(["timeout-after-commit", "error", "delay"]),
  times: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
});

type FaultKind = v.InferOutput<typeof Fault>["fault"];

/** How the id of a hold ends whose card takes nothing back. */
const KEEPS = "-keeps";

const delayMs = 1500;

/**
 * A card payment provider for one machine: holds, captures, releases, refunds, each once per
 * Idempotency-Key. A card that ends in 0002 is declined; one that ends in 5126 pays, but takes
 * nothing back. POST /undo `{ heldUnder }` releases the
 * hold that was made under a key, or sees to it that none is made under it any more.
 * POST /__control `{ fault, times }` orders faults for the next POSTs; GET /__state lists holds.
 * `file` keeps its books over a restart.
 */
export async function startPayments(file: string): Promise<Payments> {
  const books = openCardBooks(file);
  const faults: FaultKind[] = [];
  const served = await serveLoopback(async (asked) => {
    if (asked.path === "/__control") return control(asked, faults);
    if (asked.path === "/__state") return { status: 200, json: { holds: books.all() } };
    const fault = asked.method === "POST" ? faults.shift() : undefined;
    if (fault === "error") return refused(500, "provider-failure");
    if (fault === "delay") await pause(delayMs);
    const told = answer(asked, books);
    return fault === "timeout-after-commit" ? "hang up" : told;
  });
  return {
    url: served.url,
    holds: () => books.all(),
    refunds: () => books.refunds(),
    async close() {
      await served.close();
      books.close();
    },
  };
}

function control(asked: Asked, faults: FaultKind[]): Told {
  const order = v.safeParse(Fault, asked.body);
  if (!order.success) return refused(400, "bad-request");
  const { fault, times } = order.output;
  faults.splice(0, faults.length, ...Array.from({ length: times }, () => fault));
  return { status: 200, json: { waiting: faults.length } };
}

type JsonTold = { readonly status: number; readonly json: unknown };

function refused(status: number, code: string): JsonTold {
  return { status, json: { code } };
}

function answer(asked: Asked, books: CardBooks): Told {
  const [, id, deed] =
    /^\/holds(?:\/([\w-]+))?(?:\/(capture|release|refund))?$/.exec(asked.path) ?? [];
  if (asked.method === "GET" && id !== undefined && deed === undefined) {
    const hold = books.find(id);
    return hold === undefined ? refused(404, "no-such-hold") : { status: 200, json: hold };
  }
  const isUndo = asked.path === "/undo";
  const isDeed = isUndo || asked.path === "/holds" || (id !== undefined && deed !== undefined);
  if (asked.method !== "POST" || !isDeed) return refused(404, "no-such-path");
  if (asked.key === "") return refused(400, "idempotency-key-missing");
  return once(asked, books, () => {
    if (isUndo) return undo(asked.body, books);
    if (id === undefined) return placeHold(asked.body, books);
    const hold = books.find(id);
    if (hold === undefined) return refused(404, "no-such-hold");
    if (deed === "refund") return refund(hold, asked.body, books);
    return deed === "capture" ? capture(hold, asked.body, books) : release(hold, books);
  });
}

// The first success under a key is its answer for ever; a refusal was no deed and is not kept.
function once(asked: Asked, books: CardBooks, act: () => JsonTold): Told {
  const request = JSON.stringify([asked.path, asked.body ?? null]);
  const known = books.given(asked.key);
  if (known !== undefined) {
    if (known.request !== request) return refused(409, "idempotency-key-reused");
    return { status: known.status, json: JSON.parse(known.body) as unknown };
  }
  return books.together(() => {
    const { status, json } = act();
    if (status < 400) books.keep(asked.key, { request, status, body: JSON.stringify(json) });
    return { status, json };
  });
}

function placeHold(body: unknown, books: CardBooks): JsonTold {
  const wanted = v.safeParse(NewHold, body);
  if (!wanted.success) return refused(400, "bad-request");
  const { amountCents, orderId, card } = wanted.output;
  const digits = card.replaceAll(" ", "");
  const state = digits.endsWith("0002") ? "declined" : "authorised";
  const hold = {
    id: `hold-${randomUUID()}${digits.endsWith("5126") ? KEEPS : ""}`,
    orderId,
    state,
    amountCents,
    capturedCents: 0,
  } as const;
  books.add(hold);
  return { status: 201, json: hold };
}

function capture(hold: Hold, body: unknown, books: CardBooks): JsonTold {
  const wanted = v.safeParse(Capture, body);
  if (!wanted.success) return refused(400, "bad-request");
  if (hold.state !== "authorised") return refused(409, `hold-${hold.state}`);
  if (wanted.output.amountCents > hold.amountCents) return refused(422, "above-the-hold");
  books.settle(hold.id, "captured", wanted.output.amountCents);
  return { status: 200, json: books.find(hold.id) };
}

function refund(hold: Hold, body: unknown, books: CardBooks): JsonTold {
  const wanted = v.safeParse(Capture, body);
  if (!wanted.success) return refused(400, "bad-request");
  if (hold.state !== "captured") return refused(409, `hold-${hold.state}`);
  const { amountCents } = wanted.output;
  const already = books
    .refunds()
    .filter(({ holdId }) => holdId === hold.id)
    .reduce((sum, one) => sum + one.amountCents, 0);
  if (already + amountCents > hold.capturedCents) return refused(422, "above-the-capture");
  if (hold.id.endsWith(KEEPS)) return refused(402, "refund-declined");
  books.refund({ holdId: hold.id, amountCents });
  return { status: 200, json: { ...hold, refundedCents: already + amountCents } };
}

function release(hold: Hold, books: CardBooks): JsonTold {
  if (hold.state !== "authorised") return refused(409, `hold-${hold.state}`);
  books.settle(hold.id, "released", 0);
  return { status: 200, json: books.find(hold.id) };
}

// A request for a hold may still be on its way: its key is taken, so that it comes too late.
function undo(body: unknown, books: CardBooks): JsonTold {
  const wanted = v.safeParse(Undo, body);
  if (!wanted.success) return refused(400, "bad-request");
  const given = books.given(wanted.output.heldUnder);
  if (given === undefined) {
    books.keep(wanted.output.heldUnder, { request: "undone", status: 409, body: "{}" });
    return { status: 200, json: { state: "never-held" } };
  }
  const { id } = JSON.parse(given.body) as { readonly id: string };
  const hold = books.find(id);
  if (hold === undefined || hold.state === "declined") {
    return { status: 200, json: { state: "never-held" } };
  }
  return release(hold, books);
}

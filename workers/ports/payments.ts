import * as v from "valibot";
import type { OrderId } from "#domain/kernel/ids.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { type Neighbour, NeighbourFailed, postJson, type Said } from "./neighbour.ts";

/** The card said no: an answer, final for this card. */
export interface Declined {
  readonly kind: "declined";
  readonly reason: string;
}

export interface Held {
  readonly kind: "held";
  readonly holdId: string;
}

export interface Done {
  readonly kind: "done";
}

/**
 * Who holds money on cards and takes it. Each deed has a key: the same key is the same deed and
 * gets the same answer, so that all of them can be repeated. They throw NeighbourFailed when
 * nobody knows whether they happened.
 */
export interface Payments {
  hold(deed: {
    readonly key: string;
    readonly amountCents: Cents;
    readonly orderId: OrderId;
    readonly card: string;
  }): Promise<Held | Declined>;
  capture(deed: {
    readonly key: string;
    readonly holdId: string;
    readonly amountCents: Cents;
  }): Promise<Done | Declined>;
  /** Gives back part of what was captured of a hold; several times, up to all of it. */
  refund(deed: {
    readonly key: string;
    readonly holdId: string;
    readonly amountCents: Cents;
  }): Promise<Done | Declined>;
  /** Releases the hold that was made under a key, or sees to it that none will be. */
  undoHold(deed: { readonly key: string; readonly heldUnder: string }): Promise<Done | Declined>;
  release(deed: { readonly key: string; readonly holdId: string }): Promise<Done | Declined>;
}

const HoldAnswer = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  state: v.picklist(["authorised", "declined", "captured", "released"]),
});
const Refusal = v.object({ code: v.string() });

export function openPayments(neighbour: Neighbour): Payments {
  return {
    hold: async ({ key, ...body }) => {
      const said = await postJson(neighbour, "/holds", { key, body });
      if (said.status >= 400) return declined(said);
      const { id, state } = read(HoldAnswer, said);
      if (state === "declined") return { kind: "declined", reason: "card-declined" };
      return { kind: "held", holdId: id };
    },
    capture: async ({ key, holdId, amountCents }) => {
      const path = `/holds/${encodeURIComponent(holdId)}/capture`;
      return ended(await postJson(neighbour, path, { key, body: { amountCents } }));
    },
    refund: async ({ key, holdId, amountCents }) => {
      const path = `/holds/${encodeURIComponent(holdId)}/refund`;
      return ended(await postJson(neighbour, path, { key, body: { amountCents } }));
    },
    undoHold: async ({ key, heldUnder }) =>
      ended(await postJson(neighbour, "/undo", { key, body: { heldUnder } })),
    release: async ({ key, holdId }) => {
      const path = `/holds/${encodeURIComponent(holdId)}/release`;
      return ended(await postJson(neighbour, path, { key, body: {} }));
    },
  };
}

function ended(said: Said): Done | Declined {
  return said.status < 400 ? { kind: "done" } : declined(said);
}

function declined(said: Said): Declined {
  return { kind: "declined", reason: read(Refusal, said).code };
}

function read<S extends v.GenericSchema>(schema: S, said: Said): v.InferOutput<S> {
  const parsed = v.safeParse(schema, said.json);
  if (parsed.success) return parsed.output;
  throw new NeighbourFailed(`the payment neighbour answers ${said.status} in another form`);
}

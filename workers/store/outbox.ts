import type { Canonical } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { outbox } from "#schema/ground.ts";
import { insertInto } from "./statement.ts";

export type Topic = "mail" | "payment-capture" | "payment-release" | "plan";

/**
 * Puts an after-effect in the batch of the fact it follows from. It is sent later, perhaps more
 * than once: the key tells the neighbour that it is the same one.
 */
export function afterwards(effect: {
  readonly topic: Topic;
  readonly key: string;
  readonly payload: Canonical;
  readonly at: Instant;
}): Statement {
  const { topic, key, payload, at } = effect;
  const row = { topic, key, payload: JSON.stringify(payload), createdAt: at, dueAt: at };
  return insertInto(outbox, row);
}

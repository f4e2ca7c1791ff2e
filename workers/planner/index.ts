import type { MessageBatch } from "@cloudflare/workers-types";
import core from "#domain/delivery/solver/core.wasm";
import { catchUp } from "./catch-up.ts";
import { handle } from "./handle-message.ts";
import type { PlannerBindings } from "./ports.ts";

/**
 * The planner Worker: no public address, only a queue, and a CPU limit of its own, so that a long
 * plan never slows a page (docs/decisions/002).
 */
export default {
  async queue(batch: MessageBatch, env: PlannerBindings): Promise<void> {
    for (const message of batch.messages) await handle(message, env, core);
  },
  scheduled: (_controller: unknown, env: PlannerBindings) => catchUp(env, core),
};

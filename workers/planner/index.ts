import type { MessageBatch } from "@cloudflare/workers-types";

/**
 * The planner Worker: no public address, only a queue, and a CPU limit of its own, so that a long
 * plan never slows a page (docs/decisions/002). It acknowledges what it has planned and nothing
 * else: a message that asks for no plan it knows goes back, and in the end to the dead letters.
 */
export default {
  queue(batch: MessageBatch): void {
    for (const message of batch.messages) message.retry();
  },
  /** Nothing of the planner's is due by time alone; cron calls every Worker (DESIGN fact 7). */
  scheduled(): void {},
};

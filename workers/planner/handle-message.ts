import type { Message } from "@cloudflare/workers-types";
import type { PlanProblemId } from "#domain/kernel/ids.ts";
import { problemAsked } from "#ports/plan-queue.ts";
import { letGo } from "#store/plan-work.ts";
import { logFailure, logLine } from "./log.ts";
import { openPorts, type PlannerBindings, type PlannerPorts } from "./ports.ts";
import { solvePlan } from "./solve-plan.ts";

/** A neighbour that failed is given some time. */
const AGAIN_AFTER_SECONDS = 30;

/**
 * Plans what a message asks for. Whatever comes of it is the problem's own affair: a message that
 * is none of ours is dropped, one whose neighbour fails comes again, and none throws, so that the
 * next one has its turn.
 */
export async function handle(
  message: Pick<Message, "body" | "ack" | "retry">,
  env: PlannerBindings,
  core: WebAssembly.Module,
): Promise<void> {
  const problemId = problemAsked(message.body);
  if (problemId === null) {
    logFailure("message", "a message that asks for no plan");
    message.ack();
    return;
  }
  const ports = await openPorts(env, core);
  try {
    const planned = await solvePlan(ports, problemId);
    if (planned !== "nothing-to-do") logLine({ job: "plan", problemId, planned });
    if (planned === "changed") {
      await release(ports, problemId);
      message.retry();
    } else message.ack();
  } catch (error) {
    logFailure("plan", error, problemId);
    await release(ports, problemId);
    message.retry({ delaySeconds: AGAIN_AFTER_SECONDS });
  }
}

/** Where the database fails the problem stays in hand, and is found again once that is over. */
async function release({ database, clock }: PlannerPorts, problemId: PlanProblemId): Promise<void> {
  try {
    await database.write([letGo(problemId, clock.now())]);
  } catch (error) {
    logFailure("let-go", error, problemId);
  }
}

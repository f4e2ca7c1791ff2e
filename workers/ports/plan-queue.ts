import type { Queue } from "@cloudflare/workers-types";
import { type PlanProblemId, isId } from "#domain/kernel/ids.ts";
import { NeighbourFailed } from "./neighbour.ts";

/** Wakes the planner; which problem it is about is all that it says. */
export interface PlanQueue {
  /** @throws NeighbourFailed when the queue does not take it. */
  wake(problemId: PlanProblemId): Promise<void>;
}

/** The platform's queue. Where none is bound nobody is woken: rounds are planned in a browser. */
export function openPlanQueue(bound: Queue | undefined): PlanQueue {
  return {
    async wake(problemId) {
      try {
        await bound?.send({ problemId }, { contentType: "json" });
      } catch (error) {
        throw new NeighbourFailed(`the plan queue does not take it: ${String(error)}`);
      }
    },
  };
}

/** Which problem a message is about; null when it is none of ours. */
export function problemAsked(body: unknown): PlanProblemId | null {
  if (typeof body !== "object" || body === null || !("problemId" in body)) return null;
  const { problemId } = body;
  return typeof problemId === "string" && isId(problemId) ? (problemId as PlanProblemId) : null;
}

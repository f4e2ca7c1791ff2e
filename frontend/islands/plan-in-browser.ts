import type { PlanTold } from "#frontend/threads/plan-round.ts";
import { readBytes, readJson, sendJson } from "#frontend/api.ts";

/** Where everything is that a plan in this browser takes. */
export interface PlanPlace {
  readonly planId: string;
  /** The program that plans, and its compiled core. */
  readonly thread: string;
  readonly core: string;
  /** The key of this one attempt: sent twice, it counts once. */
  readonly key: string;
}

/** What came of it; `no` is what the server says to it, in its reader's words where it has some. */
export type PlanSent =
  | { readonly kind: "saved"; readonly version: number }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "failed" };

/**
 * Reads what is to be planned, plans it in a thread, and brings the plan to the server, which looks
 * at it before it is saved.
 * @param said told how far it is, in thousandths
 */
export async function planHere(
  { planId, thread, core, key }: PlanPlace,
  said: (thousandths: number) => void,
): Promise<PlanSent> {
  const address = `/api/v1/plans/${planId}`;
  const [task, bytes] = await Promise.all([readJson(`${address}/problem`), readBytes(core)]);
  if (task.kind === "refused") return task;
  if (task.kind === "lost" || bytes === null) return { kind: "failed" };
  const told = await inThread(thread, { task: task.value, core: bytes }, said);
  if (told.kind !== "found") return { kind: "failed" };
  const { plan, seed, rounds } = told.found;
  const sent = await sendJson(`${address}/versions`, key, { plan, search: { seed, rounds } });
  if (sent.kind === "refused") return sent;
  const { version } = (sent.kind === "read" ? sent.value : {}) as { readonly version?: number };
  return version === undefined ? { kind: "failed" } : { kind: "saved", version };
}

function inThread(
  script: string,
  order: object,
  said: (thousandths: number) => void,
): Promise<PlanTold> {
  const thread = new Worker(script, { type: "module" });
  return new Promise<PlanTold>((resolve) => {
    thread.addEventListener("message", ({ data }: MessageEvent<PlanTold>) => {
      if (data.kind === "progress") said(data.thousandths);
      else resolve(data);
    });
    thread.addEventListener("error", () => resolve({ kind: "failed", words: "" }));
    thread.postMessage(order, []);
  }).finally(() => thread.terminate());
}

import { withoutErrands } from "#domain/delivery/called-off.ts";
import type { Plan } from "#domain/delivery/plan.ts";
import { readProblem } from "#domain/delivery/read-problem.ts";
import { type Found, searchBySeeds } from "#domain/delivery/solver/seeds.ts";

/** What is to be planned, as the API tells it, and the solver's core before it is compiled. */
export interface PlanOrder {
  readonly task: {
    readonly problem: unknown;
    readonly calledOff: readonly string[];
    readonly from: Plan | null;
  };
  readonly core: ArrayBuffer;
}

/** How far it is, in thousandths; then the best plan that passed the check, or why none came. */
export type PlanTold =
  | { readonly kind: "progress"; readonly thousandths: number }
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "failed"; readonly words: string };

/** Plans in a thread of the reader's own browser: the page stays awake, and no server computes. */
addEventListener("message", ({ data }: MessageEvent<PlanOrder>) => void answer(data));

async function answer(order: PlanOrder): Promise<void> {
  tell(await planned(order));
}

async function planned({ task, core }: PlanOrder): Promise<PlanTold> {
  const { problem, calledOff, from } = task;
  const read = readProblem(problem);
  if (!read.ok) {
    return { kind: "failed", words: `${read.refusal.field}: ${read.refusal.expected}` };
  }
  try {
    const compiled = await WebAssembly.compile(core);
    const left = withoutErrands(read.value, new Set(calledOff));
    let best: Found | null = null;
    // The server says whether it is better than what is there.
    for (const step of searchBySeeds(left, { core: compiled, from, known: null })) {
      best = step.found ?? best;
      tell({ kind: "progress", thousandths: step.thousandths });
    }
    return best === null ? { kind: "failed", words: "" } : { kind: "found", found: best };
  } catch (error) {
    return { kind: "failed", words: String(error) };
  }
}

function tell(told: PlanTold): void {
  postMessage(told, { transfer: [] });
}

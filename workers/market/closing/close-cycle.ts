import type { Principal } from "#domain/access/principal.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { closedAt, type CycleAct, type CycleState, mayBecome } from "#domain/orders/cycle-state.ts";
import type { CycleRefusal } from "#domain/orders/refusals.ts";
import { type CycleChanged, ofHub } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan, type Reply } from "#market/edge/perform.ts";
import type { EdgeRefusal } from "#market/edge/problem.ts";
import type { Statement } from "#ports/database.ts";
import {
  appendCycleEvent,
  CYCLE_CHANGED,
  CYCLE_STATE,
  cycleById,
  type CycleRow,
} from "#store/cycles.ts";
import { cancelSteps } from "./cancel-steps.ts";
import { closeSteps, type Run } from "./close-steps.ts";
import { sendSteps } from "./send-steps.ts";
import { settleSteps } from "./settle-steps.ts";

type Refusal = AccessRefusal | CycleRefusal;

/** What decides one act on a cycle as a whole: which act, who may, and what it writes. */
interface Acting {
  readonly act: CycleAct;
  readonly asks: "cycles.manage" | "cycles.close" | "cycles.cancel";
  readonly becomes: CycleState;
  write(cycle: CycleRow, by: { readonly actor: string }): readonly Statement[];
}

/**
 * Closes a cycle: at its time, or before, when the hub decides so. The answer is given once the
 * close is written; allocation follows at once, and if it dies half-way, cron goes on with it.
 */
export async function closeCycle(request: Request, cycleId: CycleId) {
  const { now: at } = request.ports;
  const reply = await act(request, cycleId, {
    act: "closed",
    asks: "cycles.close",
    becomes: "closed",
    write: (cycle, { actor }) => {
      if (cycle.state === "closed") return [];
      const { version } = cycle;
      const event = { cycleId, version, kind: "closed" as const, at, actor };
      return [appendCycleEvent({ ...event, closesAt: closedAt(cycle, at) })];
    },
  });
  return andThen(request, reply, (run) => closeSteps(run, cycleId));
}

/** Tells the producers what to bring. From here on the cycle opens no more. */
export async function sendCycle(request: Request, cycleId: CycleId) {
  const asked = { act: "sent", asks: "cycles.manage", becomes: "sent", write: () => [] } as const;
  const reply = await act(request, cycleId, asked);
  return andThen(request, reply, (run) => sendSteps(run, cycleId, true));
}

/** Calls a cycle off: every order in it is given back what it held. */
export async function cancelCycle(
  request: Request,
  { cycleId, reason }: { readonly cycleId: CycleId; readonly reason: string },
) {
  const { now: at } = request.ports;
  const reply = await act(request, cycleId, {
    act: "cancelled",
    asks: "cycles.cancel",
    becomes: "cancelled",
    write: ({ version }, { actor }) => [
      appendCycleEvent({ cycleId, version, kind: "cancelled", at, actor, reason }),
    ],
  });
  return andThen(request, reply, (run) => cancelSteps(run, cycleId));
}

/** Charges what was delivered, and gives producers what they are owed. */
export async function settleCycle(request: Request, cycleId: CycleId) {
  const asked = {
    act: "settled",
    asks: "cycles.manage",
    becomes: "settled",
    write: () => [],
  } as const;
  const reply = await act(request, cycleId, asked);
  return andThen(request, reply, (run) => settleSteps(run, cycleId, true));
}

function act(request: Request, cycleId: CycleId, acting: Acting) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ cycle: cycleById(cycleId) }),
    decide: ({ cycle }, principal: Principal): Outcome<Plan<CycleChanged>, Refusal> => {
      const managed = ofHub(cycle, principal, acting.asks);
      if (!managed.ok) return managed;
      const possible = mayBecome(managed.value, acting.act, now);
      if (!possible.ok) return possible;
      const actor = actorName(principal);
      const statements = acting.write(managed.value, { actor });
      const version = managed.value.version + statements.length;
      const value = { id: cycleId, state: acting.becomes, version, by: actor };
      return accept({ value, statements });
    },
    guards: { [CYCLE_CHANGED]: "decide-again", [CYCLE_STATE]: "decide-again" },
  });
}

/** Goes on with the steps that an act begins; a repeat of the act takes them up again. */
async function andThen<R extends Refusal | EdgeRefusal>(
  { ports }: Request,
  reply: Reply<CycleChanged, R>,
  steps: (run: Run) => Promise<void>,
): Promise<Reply<CycleChanged, R>> {
  if (!reply.ok) return reply;
  await steps({ database: ports.database, now: ports.now, actor: reply.value.by });
  return reply;
}

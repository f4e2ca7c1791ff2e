import type { VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { CycleState } from "#domain/orders/cycle-state.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";

/** A sales week as who answers for it sees it. */
export interface ManagedCycle {
  readonly id: string;
  readonly code: string;
  readonly state: CycleState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  readonly orders: number;
  readonly mayClose: boolean;
  readonly mayCancel: boolean;
  /** Each form is an operation of its own. */
  readonly keys: { readonly close: string; readonly cancel: string };
}

export interface CyclesFacts {
  readonly cycles: readonly ManagedCycle[];
  /** What was just done; null where nothing was. */
  readonly done: string | null;
  /** The cycle whose form was refused, and why. */
  readonly refused: { readonly cycleId: string; readonly reason: string } | null;
  readonly errors: readonly FieldError[];
}

interface CyclesProps {
  readonly t: Texts;
  readonly facts: CyclesFacts;
}

/** The weeks, newest first, with the acts that each may still come to. */
export function Cycles({ t, facts }: CyclesProps): VNode {
  const say = t.office.cycles;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} errors={facts.errors} news={facts.done} />
      {facts.cycles.length === 0 ? <p>{say.none}</p> : null}
      <ul class="ruled">
        {facts.cycles.map((cycle) => (
          <Week t={t} cycle={cycle} facts={facts} />
        ))}
      </ul>
    </div>
  );
}

interface WeekProps extends CyclesProps {
  readonly cycle: ManagedCycle;
}

function Week({ t, cycle, facts }: WeekProps) {
  const say = t.office.cycles;
  const { dayAndHour, day, count } = t.format;
  const [opens, closes] = [dayAndHour(cycle.opensAt), dayAndHour(cycle.closesAt)];
  const times = say.times(opens, closes, day(cycle.deliveryDay));
  return (
    <li class="stack" id={`cycle-${cycle.id}`}>
      <div class="row apart">
        <h2 class="lesser">{cycle.code}</h2>
        <span class="tag">{say.state[cycle.state]}</span>
      </div>
      <p>
        {times} {say.orders(count(cycle.orders))}.
      </p>
      {cycle.mayClose ? <Closing t={t} cycle={cycle} /> : null}
      {cycle.mayCancel ? <Cancelling t={t} cycle={cycle} facts={facts} /> : null}
    </li>
  );
}

function Closing({ t, cycle }: Pick<WeekProps, "t" | "cycle">) {
  const say = t.office.cycles;
  return (
    <details class="fold">
      <summary data-act="close-cycle">{say.close}</summary>
      <form class="stack" method="post" action={`/rete/cicli/${cycle.id}/chiusura`}>
        <input type="hidden" name="key" value={cycle.keys.close} />
        <p>{say.closeWhy}</p>
        <p>
          <button class="button strong" type="submit" data-act="close-cycle-go">
            {say.closeGo}
          </button>
        </p>
      </form>
    </details>
  );
}

function Cancelling({ t, cycle, facts }: WeekProps) {
  const say = t.office.cycles;
  const refused = facts.refused?.cycleId === cycle.id ? facts.refused : null;
  const id = `reason-${cycle.id}`;
  return (
    <details class="fold" open={refused !== null}>
      <summary data-act="cancel-cycle">{say.cancel}</summary>
      <form class="stack" method="post" action={`/rete/cicli/${cycle.id}/annullamento`} novalidate>
        <input type="hidden" name="key" value={cycle.keys.cancel} />
        <p>{say.cancelWhy}</p>
        <TextField
          t={t}
          id={id}
          name="reason"
          label={say.reason}
          hint={say.reasonHint}
          value={refused?.reason ?? ""}
          maxLength={400}
          error={facts.errors.find(({ field }) => field === id)?.message}
        />
        <p>
          <button class="button" type="submit" data-act="cancel-cycle-go">
            {say.cancelGo}
          </button>
        </p>
      </form>
    </details>
  );
}

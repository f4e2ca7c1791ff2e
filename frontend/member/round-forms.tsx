import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import type { LeftFacts, RoundsWeekFacts, ShiftFacts } from "./rounds-facts.ts";

interface FormsProps {
  readonly t: Texts;
  readonly facts: RoundsWeekFacts;
}

const errorOf = (facts: RoundsWeekFacts, field: string) =>
  facts.errors.find((error) => error.field === field)?.message;

/** Asks for the plan, or for another one. */
export function AskForm({ t, facts }: FormsProps): VNode | null {
  const say = t.rounds;
  if (!facts.mayAsk || !facts.mayManage) return null;
  const isFirst = facts.plan === "none";
  return (
    <form class="stack tight" method="post" action={`/rete/giri/${facts.cycleId}/piano`} id="piano">
      <input type="hidden" name="key" value={facts.keys.ask} />
      {isFirst ? null : <p class="small">{say.askWhy}</p>}
      <p>
        <button class="button" type="submit" data-act="ask-rounds">
          {isFirst ? say.askFirst : say.ask}
        </button>
      </p>
    </form>
  );
}

/** What no round carries, in plain words; a door that nobody knows is told here. */
export function LeftOver({ t, facts }: FormsProps): VNode {
  const say = t.rounds;
  return (
    <section class="stack" aria-labelledby="left">
      <h2 id="left" class="part">
        {say.leftTitle}
      </h2>
      {facts.left.length === 0 ? <p>{say.leftNone}</p> : null}
      <ul class="ruled">
        {facts.left.map((left) => (
          <Left t={t} facts={facts} left={left} />
        ))}
      </ul>
    </section>
  );
}

function Left({ t, facts, left }: FormsProps & { readonly left: LeftFacts }) {
  const { name, code, reason, orderId } = left;
  const who = [name, code].filter((part) => part !== "").join(", ");
  return (
    <li class="stack tight">
      <p>
        <strong>{who}</strong>: {t.rounds.reason[reason]}.
      </p>
      {orderId === null || !facts.mayManage || !facts.mayAsk ? null : (
        <DoorForm t={t} facts={facts} orderId={orderId} />
      )}
    </li>
  );
}

function DoorForm({ t, facts, orderId }: FormsProps & { readonly orderId: string }) {
  const say = t.rounds;
  const action = `/rete/giri/${facts.cycleId}/porte/${orderId}`;
  return (
    <form class="row" method="post" action={action} novalidate>
      <input type="hidden" name="key" value={`${facts.keys.door}:${orderId}`} />
      {(["latitude", "longitude"] as const).map((name) => (
        <TextField
          t={t}
          id={`${name}-${orderId}`}
          name={name}
          label={say[name]}
          hint={say.degreesHint}
          inputMode="decimal"
          maxLength={12}
          error={errorOf(facts, `${name}-${orderId}`)}
        />
      ))}
      <button class="button" type="submit" data-act="tell-door">
        {say.doorGo}
      </button>
    </form>
  );
}

/** Who drives this week; shifts are added and called off here. */
export function Shifts({ t, facts }: FormsProps): VNode {
  const say = t.rounds;
  return (
    <section class="stack" aria-labelledby="shifts">
      <h2 id="shifts" class="part">
        {say.shifts}
      </h2>
      {facts.shifts.length === 0 ? <p>{say.shiftsNone}</p> : null}
      <ul class="ruled">
        {facts.shifts.map((shift) => (
          <Shift t={t} facts={facts} shift={shift} />
        ))}
      </ul>
      {facts.mayManage && facts.vehicles.length > 0 ? <AddShift t={t} facts={facts} /> : null}
      {facts.mayTell && facts.routes.length > 0 ? <Tell t={t} facts={facts} /> : null}
    </section>
  );
}

function Shift({ t, facts, shift }: FormsProps & { readonly shift: ShiftFacts }) {
  const say = t.rounds;
  const { shiftId, vehicle, courier, task, from, to, isOut } = shift;
  const action = `/rete/giri/${facts.cycleId}/turni/${shiftId}/annullamento`;
  const hours = say.shift(vehicle, t.format.time(from), t.format.time(to));
  return (
    <li class="row apart">
      <span>
        {facts.mayManage ? (
          <a href={`/corriere/${facts.cycleId}/${shiftId}`} data-act="ride">
            {hours}
          </a>
        ) : (
          hours
        )}
        . {task === "collect" ? say.collect : say.deliver}, {courier}{" "}
        {isOut ? <span class="tag">{say.out}</span> : null}
      </span>
      {facts.mayManage && facts.mayAsk ? (
        <form method="post" action={action}>
          <input type="hidden" name="key" value={`${facts.keys.off}:${shiftId}`} />
          <button class="button plain" type="submit" data-act="call-off-shift">
            {say.callOff}
            <span class="hidden"> {vehicle}</span>
          </button>
        </form>
      ) : null}
    </li>
  );
}

function AddShift({ t, facts }: FormsProps) {
  const say = t.rounds;
  const wrong = ["from", "to", "vehicle"].some((field) => errorOf(facts, field) !== undefined);
  return (
    <details class="fold" open={wrong}>
      <summary data-act="add-shift">{say.addShift}</summary>
      <form class="stack" method="post" action={`/rete/giri/${facts.cycleId}/turni`} novalidate>
        <input type="hidden" name="key" value={facts.keys.shift} />
        <SelectField
          t={t}
          id="vehicle"
          name="vehicle"
          label={say.vehicle}
          error={errorOf(facts, "vehicle")}
          options={facts.vehicles.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          t={t}
          id="task"
          name="task"
          label={say.task}
          options={(["collect", "deliver"] as const).map((task) => ({
            value: task,
            label: say[task],
          }))}
        />
        {facts.drivers.length === 0 ? null : (
          <SelectField
            t={t}
            id="driver"
            name="driver"
            label={say.driver}
            options={[
              { value: "", label: say.driverNone },
              ...facts.drivers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {(["from", "to"] as const).map((name) => (
          <TextField
            t={t}
            id={name}
            name={name}
            label={say[name]}
            hint={say.timeHint}
            maxLength={5}
            error={errorOf(facts, name)}
          />
        ))}
        <p>
          <button class="button" type="submit" data-act="add-shift-go">
            {say.addShiftGo}
          </button>
        </p>
      </form>
    </details>
  );
}

function Tell({ t, facts }: FormsProps) {
  const say = t.rounds;
  const wrong = errorOf(facts, "minutes") !== undefined;
  return (
    <details class="fold" open={wrong}>
      <summary data-act="tell-round">{say.tell}</summary>
      <form class="stack" method="post" action={`/rete/giri/${facts.cycleId}/fatti`} novalidate>
        <input type="hidden" name="key" value={facts.keys.event} />
        <p>{say.tellWhy}</p>
        <SelectField
          t={t}
          id="shift"
          name="shift"
          label={say.tellShift}
          options={facts.shifts.map(({ shiftId, vehicle, from, to }) => ({
            value: shiftId,
            label: say.shift(vehicle, t.format.time(from), t.format.time(to)),
          }))}
        />
        <SelectField
          t={t}
          id="kind"
          name="kind"
          label={say.tellKind}
          options={[
            { value: "late", label: say.tellLate },
            { value: "out", label: say.tellOut },
          ]}
        />
        <TextField
          t={t}
          id="minutes"
          name="minutes"
          label={say.tellMinutes}
          inputMode="numeric"
          maxLength={3}
          error={errorOf(facts, "minutes")}
        />
        <p>
          <button class="button" type="submit" data-act="tell-round-go">
            {say.tellGo}
          </button>
        </p>
      </form>
    </details>
  );
}

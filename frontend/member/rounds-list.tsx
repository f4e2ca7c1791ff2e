import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { slotWords } from "#frontend/ui/slot-words.ts";
import type { ListedWeek, RoundsListFacts, SlotLimitFacts } from "./rounds-list-facts.ts";
import { Vehicles } from "./round-vehicles.tsx";

interface ListProps {
  readonly t: Texts;
  readonly facts: RoundsListFacts;
}

const errorOf = (facts: RoundsListFacts, field: string) =>
  facts.errors.find((error) => error.field === field)?.message;

/** The weeks with their rounds; vehicles, slots and factors beside them. */
export function RoundsList({ t, facts }: ListProps): VNode {
  const say = t.rounds;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} errors={facts.errors} news={facts.done} />
      <section class="stack" aria-labelledby="weeks">
        <h2 id="weeks" class="part">
          {say.weeks}
        </h2>
        {facts.weeks.length === 0 ? <p>{say.none}</p> : null}
        <ul class="ruled">
          {facts.weeks.map((week) => (
            <Week t={t} week={week} />
          ))}
        </ul>
      </section>
      <Vehicles t={t} facts={facts} />
      {facts.mayLimit ? <Slots t={t} facts={facts} /> : null}
      <Factors t={t} facts={facts} />
    </div>
  );
}

function Week({ t, week }: { readonly t: Texts; readonly week: ListedWeek }) {
  const say = t.rounds;
  const { cycleId, code, deliveryDay, shifts, plan } = week;
  return (
    <li class="row apart">
      <span>
        <a href={`/rete/giri/${cycleId}`} data-act="rounds-of-week">
          {say.toRounds(code)}
        </a>
        , {say.delivery(t.format.day(deliveryDay))}, {say.shiftsCount(shifts)}
      </span>
      <span class="tag">{say.plan[plan]}</span>
    </li>
  );
}

function Slots({ t, facts }: ListProps) {
  const say = t.rounds;
  return (
    <section class="stack" aria-labelledby="slots">
      <h2 id="slots" class="part">
        {say.slots}
      </h2>
      <p>{say.slotsLead}</p>
      <ul class="ruled">
        {facts.slots.map((slot) => (
          <Slot t={t} facts={facts} slot={slot} />
        ))}
      </ul>
    </section>
  );
}

function Slot({ t, facts, slot }: ListProps & { readonly slot: SlotLimitFacts }) {
  const say = t.rounds;
  return (
    <li>
      <form class="row apart" method="post" action={`/rete/giri/fasce/${slot.id}`} novalidate>
        <input type="hidden" name="key" value={`${facts.keys.slot}:${slot.id}`} />
        <TextField
          t={t}
          id={`orders-${slot.id}`}
          name="orders"
          label={say.slotOrders(slot.place ?? say.home, slotWords(t, slot))}
          value={slot.capacity === null ? "" : String(slot.capacity)}
          inputMode="numeric"
          maxLength={6}
          error={errorOf(facts, `orders-${slot.id}`)}
        />
        <button class="button" type="submit" data-act="save-slot">
          {say.slotGo}
        </button>
      </form>
    </li>
  );
}

function Factors({ t, facts }: ListProps) {
  const say = t.rounds;
  return (
    <section class="stack" aria-labelledby="factors">
      <h2 id="factors" class="part">
        {say.factors}
      </h2>
      <p>{say.factorsLead}</p>
      {facts.factors.length === 0 ? <p>{say.factorsNone}</p> : null}
      <ul class="ruled">
        {facts.factors.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      {facts.mayNote ? <FactorForm t={t} facts={facts} /> : null}
    </section>
  );
}

function FactorForm({ t, facts }: ListProps) {
  const say = t.rounds;
  const fields = [
    ["factorKind", say.vehicleKind],
    ["factorGrams", say.factorGrams],
    ["factorFrom", say.factorFrom],
    ["factorYear", say.factorYear],
  ] as const;
  return (
    <details class="fold" open={fields.some(([name]) => errorOf(facts, name) !== undefined)}>
      <summary data-act="note-factor">{say.factorGo}</summary>
      <form class="stack" method="post" action="/rete/giri/emissioni" novalidate>
        <input type="hidden" name="key" value={facts.keys.factor} />
        {fields.map(([name, label]) => (
          <TextField
            t={t}
            id={name}
            name={name}
            label={label}
            maxLength={name === "factorFrom" ? 300 : 40}
            error={errorOf(facts, name)}
          />
        ))}
        <p>
          <button class="button" type="submit" data-act="note-factor-go">
            {say.factorGo}
          </button>
        </p>
      </form>
    </details>
  );
}

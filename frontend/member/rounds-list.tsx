import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { slotWords } from "#frontend/ui/slot-words.ts";
import type {
  ListedWeek,
  RoundsListFacts,
  SlotLimitFacts,
  VehicleFacts,
  VehicleValues,
} from "./rounds-list-facts.ts";

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

function Vehicles({ t, facts }: ListProps) {
  const say = t.rounds;
  return (
    <section class="stack" aria-labelledby="vehicles">
      <h2 id="vehicles" class="part">
        {say.vehicles}
      </h2>
      {facts.vehicles.length === 0 ? <p>{say.vehiclesNone}</p> : null}
      <ul class="ruled">
        {facts.vehicles.map((vehicle) => (
          <Vehicle t={t} facts={facts} vehicle={vehicle} />
        ))}
      </ul>
      {facts.owners.length === 0 ? null : (
        <details class="fold" open={facts.refused === "new"}>
          <summary data-act="add-vehicle">{say.addVehicle}</summary>
          <VehicleForm t={t} facts={facts} id="new" action="/rete/giri/mezzi" />
        </details>
      )}
    </section>
  );
}

function Vehicle({ t, facts, vehicle }: ListProps & { readonly vehicle: VehicleFacts }) {
  const say = t.rounds;
  const { money, weight } = t.format;
  const { id, name, owner, kind, capacityGrams, capacityCrates, coldCrates } = vehicle;
  return (
    <li class="stack tight">
      <p>
        <strong>{name}</strong>, {owner} ({kind}).{" "}
        {say.vehicleFacts(weight(grams(capacityGrams)), capacityCrates, coldCrates)}.{" "}
        {say.vehicleCosts(money(vehicle.hourCents), money(vehicle.kmCents))}.
      </p>
      <details class="fold" open={facts.refused === id}>
        <summary data-act="change-vehicle">
          {say.changeVehicle}
          <span class="hidden"> {name}</span>
        </summary>
        <VehicleForm
          t={t}
          facts={facts}
          id={id}
          action={`/rete/giri/mezzi/${id}`}
          values={vehicle.values}
        />
        <form method="post" action={`/rete/giri/mezzi/${id}/ritiro`}>
          <input type="hidden" name="key" value={`${facts.keys.retire}:${id}`} />
          <button class="button plain" type="submit" data-act="retire-vehicle">
            {say.retire}
          </button>
        </form>
      </details>
    </li>
  );
}

interface VehicleFormProps extends ListProps {
  readonly id: string;
  readonly action: string;
  readonly values?: VehicleValues;
}

function VehicleForm({ t, facts, id, action, values }: VehicleFormProps) {
  const say = t.rounds;
  const given = facts.refused === id ? facts.values : (values ?? facts.values);
  const numbers = [
    "capacityKg",
    "capacityLitres",
    "capacityCrates",
    "coldCrates",
    "rangeKm",
    "hourEuro",
    "kmEuro",
  ] as const;
  return (
    <form class="stack" method="post" action={action} novalidate>
      <input type="hidden" name="key" value={`${facts.keys.vehicle}:${id}`} />
      {id === "new" ? (
        <SelectField
          t={t}
          id={`owner-${id}`}
          name="owner"
          label={say.vehicleOwner}
          options={facts.owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        />
      ) : null}
      {(["name", "kind"] as const).map((name) => (
        <TextField
          t={t}
          id={`${name}-${id}`}
          name={name}
          label={name === "name" ? say.vehicleName : say.vehicleKind}
          {...(name === "kind" ? { hint: say.vehicleKindHint } : {})}
          value={given[name]}
          maxLength={name === "name" ? 120 : 40}
          error={errorOf(facts, `${name}-${id}`)}
        />
      ))}
      <SelectField
        t={t}
        id={`profile-${id}`}
        name="profile"
        label={say.profile}
        value={given.profile}
        options={(["bike", "van"] as const).map((profile) => ({
          value: profile,
          label: say.profiles[profile],
        }))}
      />
      {numbers.map((name) => (
        <TextField
          t={t}
          id={`${name}-${id}`}
          name={name}
          label={say[name]}
          value={given[name]}
          inputMode="decimal"
          maxLength={10}
          error={errorOf(facts, `${name}-${id}`)}
        />
      ))}
      <p>
        <button class="button" type="submit" data-act="save-vehicle">
          {say.changeVehicleGo}
        </button>
      </p>
    </form>
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

import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField, TextField } from "#frontend/ui/field.tsx";
import type { RoundsListFacts, VehicleFacts, VehicleValues } from "./rounds-list-facts.ts";

interface VehiclesProps {
  readonly t: Texts;
  readonly facts: RoundsListFacts;
}

const NUMBERS = [
  "capacityKg",
  "capacityLitres",
  "capacityCrates",
  "coldCrates",
  "rangeKm",
  "hourEuro",
  "kmEuro",
] as const;

const errorOf = (facts: RoundsListFacts, field: string) =>
  facts.errors.find((error) => error.field === field)?.message;

/** What is driven with, each with its form; and one more. */
export function Vehicles({ t, facts }: VehiclesProps): VNode {
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

function Vehicle({ t, facts, vehicle }: VehiclesProps & { readonly vehicle: VehicleFacts }) {
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

interface VehicleFormProps extends VehiclesProps {
  readonly id: string;
  readonly action: string;
  readonly values?: VehicleValues;
}

function VehicleForm({ t, facts, id, action, values }: VehicleFormProps) {
  const say = t.rounds;
  const given = facts.refused === id ? facts.values : (values ?? facts.values);
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
      <Words t={t} facts={facts} id={id} given={given} />
      {NUMBERS.map((name) => (
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

interface WordsProps extends VehiclesProps {
  readonly id: string;
  readonly given: VehicleValues;
}

function Words({ t, facts, id, given }: WordsProps) {
  const say = t.rounds;
  return (
    <>
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
    </>
  );
}

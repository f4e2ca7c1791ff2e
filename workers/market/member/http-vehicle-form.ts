import { cents } from "#domain/kernel/money.ts";
import type { VehicleValues } from "#frontend/member/rounds-list-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { Read } from "./http-round-forms.ts";
import type { VehicleTold } from "#market/rounds/vehicles.ts";

const FIELDS = [
  "name",
  "kind",
  "profile",
  "capacityKg",
  "capacityLitres",
  "capacityCrates",
  "coldCrates",
  "rangeKm",
  "hourEuro",
  "kmEuro",
] as const satisfies readonly (keyof VehicleValues)[];

/** What is typed of a vehicle, every field as it was sent. */
export function typedVehicle(body: string): VehicleValues {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    FIELDS.map((name) => [name, (form.get(name) ?? "").trim()]),
  ) as unknown as VehicleValues;
}

/** A vehicle of what is typed: kilos, litres, kilometres and euros with a comma or a point. */
export function vehicleFrom(
  t: Texts,
  typed: VehicleValues,
  id: string,
): Read<Omit<VehicleTold, "enterpriseId">> {
  const numbers = numbersOf(typed);
  const wrong = wrongOf(typed, numbers);
  if (wrong.length > 0) {
    const message = t.rounds.wrongNumber;
    return { ok: false, errors: wrong.map((name) => ({ field: `${name}-${id}`, message })) };
  }
  return {
    ok: true,
    value: {
      name: typed.name,
      kind: typed.kind,
      profile: typed.profile === "van" ? "van" : "bike",
      capacityGrams: numbers.capacityKg ?? 0,
      capacityMillilitres: numbers.capacityLitres ?? 0,
      capacityCrates: numbers.capacityCrates ?? 0,
      coldCrates: numbers.coldCrates ?? 0,
      rangeMetres: numbers.rangeKm === 0 ? null : numbers.rangeKm,
      tariff: {
        roundCents: cents(0),
        hourCents: cents(numbers.hourEuro ?? 0),
        kmCents: cents(numbers.kmEuro ?? 0),
      },
    },
  };
}

function numbersOf(typed: VehicleValues) {
  return {
    capacityKg: scaled(typed.capacityKg, 1000),
    capacityLitres: scaled(typed.capacityLitres, 1000),
    capacityCrates: scaled(typed.capacityCrates, 1),
    coldCrates: scaled(typed.coldCrates, 1),
    rangeKm: typed.rangeKm === "" ? 0 : scaled(typed.rangeKm, 1000),
    hourEuro: scaled(typed.hourEuro, 100),
    kmEuro: scaled(typed.kmEuro, 100),
  };
}

const MAY_BE_NOTHING = new Set(["coldCrates", "rangeKm", "hourEuro", "kmEuro"]);

function wrongOf(typed: VehicleValues, numbers: ReturnType<typeof numbersOf>): string[] {
  return [
    ...(typed.name === "" || typed.name.length > 120 ? ["name"] : []),
    ...(/^[a-z0-9-]{1,40}$/.test(typed.kind) ? [] : ["kind"]),
    ...Object.entries(numbers).flatMap(([name, value]) =>
      value === null || (value === 0 && !MAY_BE_NOTHING.has(name)) ? [name] : [],
    ),
    ...((numbers.coldCrates ?? 0) > (numbers.capacityCrates ?? 0) ? ["coldCrates"] : []),
  ];
}

/** A number with at most two decimals, in hundredths, thousandths or whole. */
export function scaled(typed: string, by: number): number | null {
  const written = typed.replace(",", ".");
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(written)) return null;
  const value = Math.round(Number(written) * by);
  return by === 1 && !/^\d+$/.test(written) ? null : value;
}

import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

export interface ListedWeek {
  readonly cycleId: string;
  readonly code: string;
  readonly deliveryDay: CivilDate;
  readonly shifts: number;
  readonly plan: "none" | "waiting" | "solving" | "solved" | "set-aside";
}

/** A vehicle's form, as it is typed. */
export interface VehicleValues {
  readonly name: string;
  readonly kind: string;
  readonly profile: string;
  readonly capacityKg: string;
  readonly capacityLitres: string;
  readonly capacityCrates: string;
  readonly coldCrates: string;
  readonly rangeKm: string;
  readonly hourEuro: string;
  readonly kmEuro: string;
}

export const NO_VEHICLE: VehicleValues = {
  name: "",
  kind: "cargo-bike",
  profile: "bike",
  capacityKg: "",
  capacityLitres: "",
  capacityCrates: "",
  coldCrates: "0",
  rangeKm: "",
  hourEuro: "",
  kmEuro: "",
};

export interface VehicleFacts {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly kind: string;
  readonly capacityGrams: number;
  readonly capacityCrates: number;
  readonly coldCrates: number;
  readonly hourCents: Cents;
  readonly kmCents: Cents;
  readonly values: VehicleValues;
}

export interface SlotLimitFacts {
  readonly id: string;
  /** The pickup point's name; null at home. */
  readonly place: string | null;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Null where it takes any number of orders. */
  readonly capacity: number | null;
}

export interface RoundsListFacts {
  readonly weeks: readonly ListedWeek[];
  readonly vehicles: readonly VehicleFacts[];
  /** Enterprises that may have vehicles, for whoever may enter one. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly slots: readonly SlotLimitFacts[];
  readonly mayLimit: boolean;
  readonly mayNote: boolean;
  /** Each in a sentence, with its source. */
  readonly factors: readonly string[];
  /** Which vehicle's form was refused, with what was typed: an id, or "new". */
  readonly refused: string | null;
  readonly values: VehicleValues;
  readonly keys: {
    readonly vehicle: string;
    readonly retire: string;
    readonly slot: string;
    readonly factor: string;
  };
  readonly done: string | null;
  readonly errors: readonly FieldError[];
}

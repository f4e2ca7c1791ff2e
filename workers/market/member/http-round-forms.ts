import type { EarthPoint } from "#domain/kernel/earth.ts";
import { id, isId, type PersonId, type ShiftId, type VehicleId } from "#domain/kernel/ids.ts";
import { type CivilDate, fromRome, type Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { EventTold } from "#market/rounds/events.ts";
import type { ShiftTold } from "#market/rounds/shifts.ts";

/** What a form says, or which of its fields say nothing that can be read. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** A shift as it is typed: hours of the delivery day. */
export function shiftFrom(t: Texts, body: string, day: CivilDate): Read<ShiftTold> {
  const form = new URLSearchParams(body);
  const from = hourOf(form.get("from"), day);
  const to = hourOf(form.get("to"), day);
  const vehicle = form.get("vehicle") ?? "";
  const errors = [
    ...(isId(vehicle) ? [] : [{ field: "vehicle", message: t.rounds.wrongNumber }]),
    ...(from === null ? [{ field: "from", message: t.rounds.timeWrong }] : []),
    ...(to === null || (from !== null && to <= from)
      ? [{ field: "to", message: t.rounds.timeWrong }]
      : []),
  ];
  if (errors.length > 0 || from === null || to === null) return { ok: false, errors };
  const task = form.get("task") === "collect" ? ("collect" as const) : ("deliver" as const);
  const vehicleId = id<VehicleId>(vehicle);
  const driver = form.get("driver") ?? "";
  const personId = isId(driver) ? id<PersonId>(driver) : null;
  return { ok: true, value: { vehicleId, personId, task, fromAt: from, toAt: to } };
}

function hourOf(typed: string | null, date: CivilDate): Instant | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed?.trim() ?? "") ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return fromRome({ date, minuteOfDay: Number(hours) * 60 + Number(minutes) });
}

/** What is told of a shift: that it is late by so many minutes, or drives no more. */
export function eventFrom(t: Texts, body: string): Read<EventTold> {
  const form = new URLSearchParams(body);
  const kind = form.get("kind") === "out" ? ("out" as const) : ("late" as const);
  const shift = form.get("shift") ?? "";
  const minutes = Number(/^\d{1,3}$/.exec(form.get("minutes")?.trim() ?? "")?.[0] ?? 0);
  if (!isId(shift) || (kind === "late" && (minutes < 1 || minutes > 600))) {
    return { ok: false, errors: [{ field: "minutes", message: t.rounds.minutesWrong }] };
  }
  const late = kind === "late" ? minutes : null;
  const shiftId = id<ShiftId>(shift);
  return { ok: true, value: { kind, shiftId, subjects: [], minutes: late, reason: null } };
}

/** Where a home is, in degrees with a comma or a point. */
export function doorFrom(t: Texts, body: string, order: string): Read<EarthPoint> {
  const form = new URLSearchParams(body);
  const lat = microdegrees(form.get("latitude"), 90);
  const lon = microdegrees(form.get("longitude"), 180);
  const message = t.rounds.degreesWrong;
  const errors = [
    ...(lat === null ? [{ field: `latitude-${order}`, message }] : []),
    ...(lon === null ? [{ field: `longitude-${order}`, message }] : []),
  ];
  if (lat === null || lon === null) return { ok: false, errors };
  return { ok: true, value: { latMicrodegrees: lat, lonMicrodegrees: lon } };
}

function microdegrees(typed: string | null, most: number): number | null {
  const written = (typed ?? "").trim().replace(",", ".");
  if (!/^-?\d{1,3}(\.\d{1,6})?$/.test(written)) return null;
  const value = Math.round(Number(written) * 1_000_000);
  return Math.abs(value) <= most * 1_000_000 ? value : null;
}

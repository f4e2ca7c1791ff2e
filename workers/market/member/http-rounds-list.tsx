import { Hono } from "hono";
import type { Context } from "hono";
import { type EnterpriseId, id, isId, type SlotId, type VehicleId } from "#domain/kernel/ids.ts";
import {
  NO_VEHICLE,
  type RoundsListFacts,
  type VehicleFacts,
  type VehicleValues,
} from "#frontend/member/rounds-list-facts.ts";
import { RoundsList } from "#frontend/member/rounds-list.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeNotFor } from "./http-act.tsx";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { scaled, typedVehicle, vehicleFrom } from "./http-vehicle-form.ts";
import { readRoundsList } from "./read-rounds.ts";
import { limitSlot } from "#market/rounds/slots.ts";
import { addFactor } from "#market/rounds/terms.ts";
import { addVehicle, editVehicle, retire } from "#market/rounds/vehicles.ts";

const HERE = "/rete/giri";
const DONE = ["vehicleSaved", "vehicleGone", "slotSaved", "factorSaved"] as const;
type Done = (typeof DONE)[number];

/** A form that was refused: what was typed of which vehicle, and why. */
interface Refused {
  readonly errors: readonly FieldError[];
  readonly vehicle?: { readonly id: string; readonly values: VehicleValues };
}

/** The weeks with their rounds, and what every week drives with. */
export const roundsListPages = new Hono<Edge>()
  .get("/", (c) => showList(c))
  .post("/mezzi", async (c) => {
    const values = typedVehicle(c.var.bodyText);
    const told = vehicleFrom(wordsOf(c), values, "new");
    const vehicle = { id: "new", values };
    const owner = new URLSearchParams(c.var.bodyText).get("owner") ?? "";
    if (!isId(owner)) return writeLost(c);
    if (!told.ok) return showList(c, { errors: told.errors, vehicle });
    const enterpriseId = id<EnterpriseId>(owner);
    return toList(
      c,
      "vehicleSaved",
      await addVehicle(c.var.request, { ...told.value, enterpriseId }),
    );
  })
  .post("/mezzi/:vehicle", async (c) => {
    const vehicle = c.req.param("vehicle");
    if (!isId(vehicle)) return writeLost(c);
    const values = typedVehicle(c.var.bodyText);
    const told = vehicleFrom(wordsOf(c), values, vehicle);
    if (!told.ok) return showList(c, { errors: told.errors, vehicle: { id: vehicle, values } });
    const vehicleId = id<VehicleId>(vehicle);
    return toList(c, "vehicleSaved", await editVehicle(c.var.request, vehicleId, told.value));
  })
  .post("/mezzi/:vehicle/ritiro", async (c) => {
    const vehicle = c.req.param("vehicle");
    if (!isId(vehicle)) return writeLost(c);
    return toList(c, "vehicleGone", await retire(c.var.request, id<VehicleId>(vehicle)));
  })
  .post("/fasce/:slot", async (c) => {
    const slot = c.req.param("slot");
    if (!isId(slot)) return writeLost(c);
    const wanted = (new URLSearchParams(c.var.bodyText).get("orders") ?? "").trim();
    const capacityOrders = wanted === "" ? null : scaled(wanted, 1);
    if (wanted !== "" && (capacityOrders === null || capacityOrders === 0)) {
      const error = { field: `orders-${slot}`, message: wordsOf(c).rounds.wrongNumber };
      return showList(c, { errors: [error] });
    }
    const command = { slotId: id<SlotId>(slot), capacityOrders };
    return toList(c, "slotSaved", await limitSlot(c.var.request, command));
  })
  .post("/emissioni", async (c) => {
    const factor = factorFrom(c);
    if (Array.isArray(factor)) return showList(c, { errors: factor });
    return toList(c, "factorSaved", await addFactor(c.var.request, factor));
  });

function factorFrom(c: Context<Edge>) {
  const form = new URLSearchParams(c.var.bodyText);
  const of = (name: string) => (form.get(name) ?? "").trim();
  const perKm = scaled(of("factorGrams"), 1000);
  const year = scaled(of("factorYear"), 1);
  const source = of("factorFrom");
  const vehicleKind = of("factorKind");
  const wrong = [
    ...(/^[a-z0-9-]{1,40}$/.test(vehicleKind) ? [] : ["factorKind"]),
    ...(perKm === null ? ["factorGrams"] : []),
    ...(source === "" || source.length > 300 ? ["factorFrom"] : []),
    ...(year === null || year < 1990 || year > 2200 ? ["factorYear"] : []),
  ];
  if (wrong.length > 0 || perKm === null || year === null) {
    const message = wordsOf(c).rounds.wrongNumber;
    return wrong.map((field) => ({ field, message }));
  }
  return { vehicleKind, milligramsPerKm: perKm, source, year };
}

type Reply = { readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal };

async function toList(c: Context<Edge>, what: Done, reply: Reply): Promise<Response> {
  if (reply.ok) return c.redirect(`${HERE}?fatto=${what}`, 303);
  if (["not-signed-in", "not-allowed", "not-found"].includes(reply.refusal.code)) {
    return writeNotFor(c, reply.refusal);
  }
  const message = reasonOf(wordsOf(c), reply.refusal);
  return showList(c, { errors: [{ field: "vehicles", message }] });
}

async function showList(c: Context<Edge>, refused?: Refused): Promise<Response> {
  const read = await readRoundsList(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const facts = listFacts(c, read.value, refused);
  const page = {
    title: t.rounds.title,
    path: HERE,
    side: "round" as const,
    refused: refused !== undefined,
    children: <RoundsList t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, refused === undefined ? 200 : 422);
}

type View = Extract<Awaited<ReturnType<typeof readRoundsList>>, { readonly ok: true }>["value"];

function listFacts(c: Context<Edge>, view: View, refused: Refused | undefined): RoundsListFacts {
  const t = wordsOf(c);
  const { ids } = c.var.request.ports;
  const done = DONE.find((name) => name === c.req.query("fatto"));
  const limited = (
    slot: { readonly id: string; readonly fromMinute: number; readonly toMinute: number },
    place: string | null,
  ) => ({
    ...slot,
    place,
    capacity: view.capacities.get(slot.id) ?? null,
    left: null,
  });
  return {
    weeks: view.weeks.map(({ planState, ...week }) => ({ ...week, plan: planState ?? "none" })),
    vehicles: view.vehicles.map(vehicleFacts),
    owners: view.owners,
    slots: [
      ...view.windows
        .toSorted((a, b) => a.fromMinute - b.fromMinute)
        .map((window) => limited(window, null)),
      ...view.points.flatMap(({ name, slots }) => slots.map((slot) => limited(slot, name))),
    ],
    mayLimit: view.mayLimit,
    mayNote: view.mayNote,
    factors: view.factors.map(({ vehicleKind, milligramsPerKm, source, year }) => {
      const amount = t.format.tenthsOfGrams(milligramsPerKm);
      return t.rounds.factorSource(vehicleKind, amount, source, year);
    }),
    refused: refused?.vehicle?.id ?? null,
    values: refused?.vehicle?.values ?? NO_VEHICLE,
    keys: { vehicle: ids.next(), retire: ids.next(), slot: ids.next(), factor: ids.next() },
    done: done === undefined ? null : t.rounds[done],
    errors: refused?.errors ?? [],
  };
}

function typed(value: number, by: number): string {
  return String(value / by).replace(".", ",");
}

function vehicleFacts(vehicle: View["vehicles"][number]): VehicleFacts {
  const { vehicleId, name, kind, profile, tariff, rangeMetres, enterpriseName } = vehicle;
  const { capacityGrams, capacityMillilitres, capacityCrates, coldCrates } = vehicle;
  return {
    id: vehicleId,
    name,
    owner: enterpriseName,
    kind,
    capacityGrams,
    capacityCrates,
    coldCrates,
    hourCents: tariff.hourCents,
    kmCents: tariff.kmCents,
    values: {
      name,
      kind,
      profile,
      capacityKg: typed(capacityGrams, 1000),
      capacityLitres: typed(capacityMillilitres, 1000),
      capacityCrates: String(capacityCrates),
      coldCrates: String(coldCrates),
      rangeKm: rangeMetres === null ? "" : typed(rangeMetres, 1000),
      hourEuro: typed(tariff.hourCents, 100),
      kmEuro: typed(tariff.kmCents, 100),
    },
  };
}

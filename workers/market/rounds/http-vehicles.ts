import { Hono } from "hono";
import * as v from "valibot";
import type { EnterpriseId, VehicleId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, identifier, idOf, priceCents, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { addVehicle, editVehicle, listVehicles, retire } from "./vehicles.ts";

const some = v.pipe(count, v.minValue(1), v.maxValue(100_000_000));
const told = {
  name: words(120),
  kind: v.pipe(words(40), v.regex(/^[a-z0-9-]+$/, "small letters and hyphens")),
  profile: v.picklist(["bike", "van"]),
  capacityGrams: some,
  capacityMillilitres: some,
  capacityCrates: v.pipe(some, v.maxValue(10_000)),
  coldCrates: v.pipe(count, v.maxValue(10_000)),
  rangeMetres: v.nullable(v.pipe(some, v.maxValue(10_000_000))),
};
const tariff = { roundCents: priceCents, hourCents: priceCents, kmCents: priceCents };
const isCold = (body: { readonly coldCrates: number; readonly capacityCrates: number }) =>
  body.coldCrates <= body.capacityCrates;
const tooCold = "more cold crates than crates";
const ChangeBody = v.pipe(
  v.strictObject({ ...told, tariff: v.strictObject(tariff) }),
  v.check((body) => isCold(body), tooCold),
);
const VehicleBody = v.pipe(
  v.strictObject({
    ...told,
    enterpriseId: idOf<EnterpriseId>(),
    tariff: v.strictObject(tariff),
  }),
  v.check((body) => isCold(body), tooCold),
);
const shown = {
  vehicleId: identifier,
  enterpriseId: identifier,
  ...told,
  tariff: v.object(tariff),
};
const Vehicle = v.object(shown);
const Vehicles = v.object({ items: v.array(v.object({ ...shown, enterpriseName: v.string() })) });
const VehiclePath = v.strictObject({ vehicle: idOf<VehicleId>() });

function priced<T extends { readonly tariff: Readonly<Record<keyof typeof tariff, number>> }>(
  body: T,
) {
  const { roundCents, hourCents, kmCents } = body.tariff;
  return {
    ...body,
    tariff: {
      roundCents: cents(roundCents),
      hourCents: cents(hourCents),
      kmCents: cents(kmCents),
    },
  };
}

export const vehicles = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The vehicles in use, as far as they are the reader's to drive",
      area: "rounds",
      answers: { 200: Vehicles },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await listVehicles(c.var.request)),
  )
  .post(
    "/",
    endpoint({
      summary: "Enters a vehicle of a courier or a hub",
      area: "rounds",
      answers: { 201: Vehicle },
      refusals: [...WRITING, "not-found"],
    }),
    validated("json", VehicleBody),
    async (c) => answer(c, await addVehicle(c.var.request, priced(c.req.valid("json")))),
  )
  .put(
    "/:vehicle",
    endpoint({
      summary: "Says anew what a vehicle carries and costs",
      area: "rounds",
      answers: { 200: Vehicle },
      refusals: [...WRITING, "not-found"],
    }),
    validated("param", VehiclePath),
    validated("json", ChangeBody),
    async (c) => {
      const { vehicle } = c.req.valid("param");
      return answer(c, await editVehicle(c.var.request, vehicle, priced(c.req.valid("json"))));
    },
  )
  .post(
    "/:vehicle/retirement",
    endpoint({
      summary: "Takes a vehicle out of use",
      area: "rounds",
      answers: { 201: Vehicle },
      refusals: [...WRITING, "not-found"],
    }),
    validated("param", VehiclePath),
    async (c) => answer(c, await retire(c.var.request, c.req.valid("param").vehicle)),
  );

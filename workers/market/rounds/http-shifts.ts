import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, PersonId, ShiftId, VehicleId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { accept } from "#domain/kernel/outcome.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { addShift, callOffShift, listShifts } from "./shifts.ts";

const ShiftBody = v.pipe(
  v.strictObject({
    vehicleId: idOf<VehicleId>(),
    personId: v.optional(v.nullable(idOf<PersonId>()), null),
    task: v.picklist(["collect", "deliver"]),
    fromAt: instantMs,
    toAt: instantMs,
  }),
  v.check(
    ({ fromAt, toAt }) => fromAt < toAt && toAt <= fromAt + 57_600_000,
    "ends before it begins, or after sixteen hours",
  ),
);
const shown = {
  shiftId: identifier,
  vehicleId: identifier,
  personId: v.nullable(identifier),
  task: v.picklist(["collect", "deliver"]),
  fromAt: instantMs,
  toAt: instantMs,
};
const Shift = v.object(shown);
const Shifts = v.object({
  items: v.array(v.object({ ...shown, vehicleName: v.string(), enterpriseId: identifier })),
});
const CalledOff = v.object({ shiftId: identifier });
const CyclePath = v.strictObject({ cycle: idOf<CycleId>() });
const ShiftPath = v.strictObject({ cycle: idOf<CycleId>(), shift: idOf<ShiftId>() });

export const shifts = new Hono<Edge>()
  .get(
    "/:cycle/shifts",
    endpoint({
      summary: "Who drives in a cycle, with what, from when to when",
      area: "rounds",
      answers: { 200: Shifts },
      refusals: ["not-signed-in", "not-allowed", "invalid-input", "not-found"],
    }),
    validated("param", CyclePath),
    async (c) => {
      const read = await listShifts(c.var.request, c.req.valid("param").cycle);
      if (!read.ok) return show(c, read);
      const items = read.value.items.map(({ vehicle, from, to, shiftId, personId, task }) => ({
        shiftId,
        personId,
        task,
        fromAt: from,
        toAt: to,
        vehicleId: vehicle.vehicleId,
        vehicleName: vehicle.name,
        enterpriseId: vehicle.enterpriseId,
      }));
      return show(c, accept({ items }));
    },
  )
  .post(
    "/:cycle/shifts",
    endpoint({
      summary: "Puts a vehicle on a shift on delivery day",
      area: "rounds",
      answers: { 201: Shift },
      refusals: [
        ...WRITING,
        "not-found",
        "shift-overlaps",
        "shift-not-that-day",
        "vehicle-retired",
      ],
    }),
    validated("param", CyclePath),
    validated("json", ShiftBody),
    async (c) => {
      const { fromAt, toAt, ...told } = c.req.valid("json");
      const command = { ...told, fromAt: instant(fromAt), toAt: instant(toAt) };
      return answer(c, await addShift(c.var.request, c.req.valid("param").cycle, command));
    },
  )
  .post(
    "/:cycle/shifts/:shift/cancellation",
    endpoint({
      summary: "Calls a shift off",
      area: "rounds",
      answers: { 201: CalledOff },
      refusals: [...WRITING, "not-found", "changed-meanwhile"],
    }),
    validated("param", ShiftPath),
    async (c) => {
      const { cycle, shift } = c.req.valid("param");
      return answer(c, await callOffShift(c.var.request, cycle, shift));
    },
  );

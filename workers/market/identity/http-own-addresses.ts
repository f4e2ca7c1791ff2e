import { Hono } from "hono";
import * as v from "valibot";
import type { EmailId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { email, identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { addAddress, confirmOwnAddress, removeOwnAddress } from "./own-addresses.ts";

const Asked = v.object({ id: identifier, address: v.string(), expiresAt: instantMs });
const Address = v.object({
  id: identifier,
  address: v.string(),
  confirmedAt: v.nullable(instantMs),
});
const ConfirmationBody = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^\d{8}$/, "eight digits")),
});
const one = v.object({ id: idOf<EmailId>() });

const area = "identity";
/** The addresses of whoever is signed in. */
export const ownAddresses = new Hono<Edge>()
  .post(
    "/",
    endpoint({
      summary: "Adds an address of one's own and sends a code to it",
      area,
      answers: { 201: Asked },
      refusals: [...WRITING, "address-confirmed"],
    }),
    validated("json", v.strictObject({ email })),
    async (c) => answer(c, await addAddress(c.var.request, c.req.valid("json").email)),
  )
  .post(
    "/:id/confirmation",
    endpoint({
      summary: "Confirms an address by the digits of its letter",
      area,
      answers: { 200: Address },
      refusals: [...WRITING, "not-found", "code-wrong", "code-spent", "address-in-use"],
    }),
    validated("param", one),
    validated("json", ConfirmationBody),
    async (c) => {
      const command = { ...c.req.valid("param"), ...c.req.valid("json") };
      return answer(c, await confirmOwnAddress(c.var.request, command));
    },
  )
  .delete(
    "/:id",
    endpoint({
      summary: "Takes one's own address away; not the last confirmed one",
      area,
      answers: { 200: Address },
      refusals: [...WRITING, "not-found", "last-address"],
    }),
    validated("param", one),
    async (c) => answer(c, await removeOwnAddress(c.var.request, c.req.valid("param").id)),
  );

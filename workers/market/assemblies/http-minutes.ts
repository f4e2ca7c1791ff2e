import { Hono } from "hono";
import * as v from "valibot";
import type { AssemblyId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, idOf, identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { sealMinutes, writeMinutes } from "./minutes.ts";

const area = "assemblies";
const param = v.object({ assembly: idOf<AssemblyId>() });
const Answer = v.object({ id: identifier, version: count, digest: v.nullable(v.string()) });
const doing = [
  ...WRITING,
  "not-found",
  "assembly-elsewhere",
  "minutes-changed",
  "minutes-sealed",
] as const;

/** The minutes as they stand, and whether their seal says the same. */
export const shownMinutes = v.object({
  version: count,
  words: v.string(),
  writtenAt: instantMs,
  isSealed: v.boolean(),
  sealHolds: v.boolean(),
});

/** What was said and decided. */
export const minutesPaths = new Hono<Edge>()
  .put(
    "/:assembly/minutes",
    endpoint({
      summary: "Writes the minutes, on the version that was read",
      area,
      answers: { 200: Answer },
      refusals: doing,
    }),
    validated("param", param),
    validated("json", v.strictObject({ words: words(20_000), follows: count })),
    async (c) => {
      const { assembly } = c.req.valid("param");
      return answer(c, await writeMinutes(c.var.request, assembly, c.req.valid("json")));
    },
  )
  .post(
    "/:assembly/minutes/seal",
    endpoint({
      summary: "Seals the minutes with who took part, by two signatures",
      area,
      answers: { 200: Answer },
      refusals: [...doing, "assembly-changed"],
    }),
    validated("param", param),
    validated("json", v.strictObject({ version: count })),
    async (c) => {
      const { assembly } = c.req.valid("param");
      const { version } = c.req.valid("json");
      return answer(c, await sealMinutes(c.var.request, assembly, version));
    },
  );

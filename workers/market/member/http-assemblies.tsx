import { Hono } from "hono";
import type { Context } from "hono";
import { Assemblies } from "#frontend/member/assemblies.tsx";
import type { AssemblyTyped } from "#frontend/member/assembly-facts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { prepareAssembly } from "#market/assemblies/prepare.ts";
import { findNamed } from "#market/assemblies/reads.ts";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { calledFrom, NOTHING_TYPED, numbersIn, typedAssembly } from "./http-assembly-form.ts";
import { readAssemblies } from "./read-assemblies.ts";

const HERE = "/assemblee";

/** The list of the assemblies, and the form that prepares one. */
export const assembliesPages = new Hono<Edge>()
  .get("/", (c) => showAssemblies(c, NOTHING_TYPED, []))
  .post("/", async (c) => {
    const typed = typedAssembly(c.var.bodyText);
    const found = await findNamed(c.var.request, numbersIn(typed));
    if (!found.ok) return writeNotFor(c, found.refusal);
    const read = calledFrom(wordsOf(c), typed, found.value);
    if ("errors" in read) return showAssemblies(c, typed, read.errors);
    const reply = await prepareAssembly(c.var.request, read.called);
    if (reply.ok) return c.redirect(`${HERE}/${reply.value.number}`, 303);
    if (["not-signed-in", "not-allowed"].includes(reply.refusal.code)) {
      return writeNotFor(c, reply.refusal);
    }
    const message = reasonOf(wordsOf(c), reply.refusal);
    return showAssemblies(c, typed, [{ field: "title", message }]);
  });

async function showAssemblies(
  c: Context<Edge>,
  typed: AssemblyTyped,
  errors: readonly FieldError[],
): Promise<Response> {
  const t = wordsOf(c);
  const after = /^\d{1,9}$/.exec(c.req.query("prima") ?? "")?.[0];
  const read = await readAssemblies(c.var.request, after === undefined ? null : Number(after));
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, assemblies, next, mayPrepare, needsSeparate } = read.value;
  const key = c.var.request.ports.ids.next();
  const facts = {
    assemblies,
    older: next === null ? null : `${HERE}?prima=${next}`,
    form: mayPrepare ? { typed, key } : null,
    needsSeparate,
    errors: mayPrepare ? errors : [],
  };
  const page = {
    title: t.assemblies.title,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <Assemblies t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length > 0 ? 422 : 200);
}

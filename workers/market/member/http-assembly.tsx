import { Hono } from "hono";
import type { Context } from "hono";
import { WAYS_TO_ATTEND } from "#domain/governance/assembly/attendance.ts";
import { id, isId, type MemberId } from "#domain/kernel/ids.ts";
import { AssemblyPage } from "#frontend/member/assembly.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import {
  closeAssembly,
  constituteAssembly,
  recordArrival,
  recordDeparture,
} from "#market/assemblies/hold.ts";
import { sealMinutes, writeMinutes } from "#market/assemblies/minutes.ts";
import { cancelAssembly, conveneAssembly, editAssembly } from "#market/assemblies/prepare.ts";
import { findNamed } from "#market/assemblies/reads.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { assemblyFacts } from "./http-assembly-facts.ts";
import { calledFrom, numbersIn, typedAssembly } from "./http-assembly-form.ts";
import { writeNeedSecond } from "./http-seconds.tsx";
import { readAssembly } from "./read-assemblies.ts";

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: AnyRefusal };
type Done = (number: number, form: URLSearchParams) => Promise<Answer | readonly FieldError[]>;

/** One assembly: what everybody reads, and what whoever holds it does. */
export const assemblyPages = new Hono<Edge>()
  .get("/:number", (c) => showAssembly(c, []))
  .post("/:number", (c) =>
    deed(c, "title", async (number) => {
      const typed = typedAssembly(c.var.bodyText);
      const found = await findNamed(c.var.request, numbersIn(typed));
      if (!found.ok) return found;
      const read = calledFrom(wordsOf(c), typed, found.value);
      return "errors" in read ? read.errors : editAssembly(c.var.request, number, read.called);
    }),
  )
  .post("/:number/convocazione", (c) =>
    deed(c, "title", (number) => conveneAssembly(c.var.request, number)),
  )
  .post("/:number/annullamento", (c) =>
    deed(c, "reason", async (number, form) => {
      const reason = (form.get("reason") ?? "").trim().slice(0, 300);
      if (reason === "") return missing(c, "reason");
      return cancelAssembly(c.var.request, number, reason);
    }),
  )
  .post("/:number/presenze", (c) =>
    deed(c, "member", async (number, form) => {
      const memberId = memberIn(form, "member");
      const how = WAYS_TO_ATTEND.find((way) => way === form.get("how"));
      if (memberId === null || how === undefined) return missing(c, "member");
      const holderId = memberIn(form, "holder");
      return recordArrival(c.var.request, number, { memberId, how, holderId });
    }),
  )
  .post("/:number/uscite", (c) =>
    deed(c, "member", async (number, form) => {
      const memberId = memberIn(form, "member");
      return memberId === null
        ? missing(c, "member")
        : recordDeparture(c.var.request, number, memberId);
    }),
  )
  .post("/:number/apertura", (c) =>
    deed(c, "chair", async (number, form) => {
      const [chairId, secretaryId] = [memberIn(form, "chair"), memberIn(form, "secretary")];
      if (chairId === null || secretaryId === null) return missing(c, "chair");
      return constituteAssembly(c.var.request, number, { chairId, secretaryId });
    }),
  )
  .post("/:number/chiusura", (c) =>
    deed(c, "words", (number) => closeAssembly(c.var.request, number)),
  )
  .post("/:number/verbale", (c) =>
    deed(c, "words", async (number, form) => {
      const words = (form.get("words") ?? "").replaceAll("\r\n", "\n").trim().slice(0, 20_000);
      if (words === "") return missing(c, "words");
      const follows = Number(form.get("follows") ?? 0);
      return writeMinutes(c.var.request, number, { words, follows });
    }),
  )
  .post("/:number/sigillo", (c) =>
    deed(c, "words", (number, form) =>
      sealMinutes(c.var.request, number, Number(form.get("version") ?? 0)),
    ),
  );

function memberIn(form: URLSearchParams, name: string): MemberId | null {
  const said = form.get(name) ?? "";
  return isId(said) ? id<MemberId>(said) : null;
}

function missing(c: Context<Edge>, field: string): readonly FieldError[] {
  return [{ field, message: wordsOf(c).assemblies.form.missing }];
}

/** Does something with the assembly of the address, and shows it again. */
async function deed(c: Context<Edge>, field: string, done: Done): Promise<Response> {
  const number = numberOf(c);
  if (number === null) return writeLost(c);
  const reply = await done(number, new URLSearchParams(c.var.bodyText));
  if (!("ok" in reply)) return showAssembly(c, reply);
  if (reply.ok) return c.redirect(`/assemblee/${number}?fatto=1`, 303);
  return refused(c, number, reply.refusal, field);
}

function numberOf(c: Context<Edge>): number | null {
  const said = c.req.param("number") ?? "";
  return /^[1-9]\d{0,8}$/.test(said) ? Number(said) : null;
}

async function refused(
  c: Context<Edge>,
  number: number,
  refusal: AnyRefusal,
  field: string,
): Promise<Response> {
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  const isSecond = refusal.code === "second-person-needed";
  if (!isSecond && !needsPasskey(refusal)) {
    return showAssembly(c, [{ field, message: reasonOf(wordsOf(c), refusal) }]);
  }
  const read = await readAssembly(c.var.request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, assembly } = read.value;
  const act = { sentences: sentencesOf(c, assembly), back: `/assemblee/${number}` };
  return needsPasskey(refusal)
    ? writeToSign(c, around, refusal, act)
    : writeNeedSecond(c, around, act);
}

/** What the signature says. */
function sentencesOf(
  c: Context<Edge>,
  { title, firstCallAt }: Parameters<typeof assemblyFacts>[1]["assembly"],
): readonly string[] {
  const t = wordsOf(c);
  const say = t.assemblies.tools;
  const form = new URLSearchParams(c.var.bodyText);
  if (c.req.path.endsWith("/sigillo")) return [say.signSeal(title, form.get("version") ?? "")];
  if (c.req.path.endsWith("/annullamento")) {
    return [say.signCancel(title), say.signReason(form.get("reason") ?? "")];
  }
  return [say.signConvene(title, t.format.dayAndHour(firstCallAt))];
}

async function showAssembly(c: Context<Edge>, errors: readonly FieldError[]): Promise<Response> {
  const number = numberOf(c);
  if (number === null) return writeLost(c);
  const read = await readAssembly(c.var.request, number);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const page = {
    title: read.value.assembly.title,
    path: `/assemblee/${number}`,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <AssemblyPage t={t} facts={assemblyFacts(c, read.value, errors)} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

import { Hono } from "hono";
import type { Context } from "hono";
import { boardLacks, ORGANS, termState } from "#domain/governance/assembly/offices.ts";
import { type AssemblyId, id, isId, type MemberId, type OfficeTermId } from "#domain/kernel/ids.ts";
import { civilDate, isCivilDate, toRome } from "#domain/kernel/instant.ts";
import { Offices, type OfficesFacts, type SeatTyped } from "#frontend/member/offices.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { endOffice, seatMember } from "#market/assemblies/offices.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { writeNeedSecond } from "./http-seconds.tsx";
import { type OfficesView, readOffices } from "./read-assemblies.ts";

const HERE = "/cariche";

/** Who holds which office: for everybody to read, for officers to write down. */
export const officePages = new Hono<Edge>()
  .get("/", (c) => showOffices(c, NOTHING, []))
  .post("/", async (c) => {
    const typed = typedSeat(c.var.bodyText);
    const { organ, member, assembly, from, to } = typed;
    const known = ORGANS.find((one) => one === organ);
    const wrong = errorsIn(c, typed);
    if (known === undefined || wrong.length > 0) return showOffices(c, typed, wrong);
    const reply = await seatMember(c.var.request, {
      organ: known,
      memberId: id<MemberId>(member),
      assemblyId: id<AssemblyId>(assembly),
      proposalId: null,
      from: civilDate(from),
      to: civilDate(to),
    });
    if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
    return refused(c, reply.refusal, typed, (view) => {
      const say = wordsOf(c).assemblies.offices;
      const name = view.seating?.book.find((one) => one.memberId === member)?.name ?? "";
      return [say.signSeat(name, say.organs[known], dateWords(c, from), dateWords(c, to))];
    });
  })
  .post("/:term/fine", async (c) => {
    const term = c.req.param("term");
    if (!isId(term)) return writeLost(c);
    const form = new URLSearchParams(c.var.bodyText);
    const on = (form.get("on") ?? "").trim();
    const how = (["resigned", "removed", "left"] as const).find((one) => one === form.get("how"));
    if (how === undefined || !isCivilDate(on)) {
      const message = wordsOf(c).assemblies.offices.dayHint;
      return showOffices(c, NOTHING, [{ field: `on-${term}`, message }]);
    }
    const ending = { on: civilDate(on), how };
    const reply = await endOffice(c.var.request, id<OfficeTermId>(term), ending);
    if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
    return refused(c, reply.refusal, NOTHING, (view) => {
      const say = wordsOf(c).assemblies.offices;
      const held = view.terms.find((one) => one.id === term);
      if (held === undefined) return [];
      return [say.signEnd(held.name, say.organs[held.organ], dateWords(c, on))];
    });
  });

const NOTHING: SeatTyped = { organ: "board", member: "", assembly: "", from: "", to: "" };

function typedSeat(body: string): SeatTyped {
  const form = new URLSearchParams(body);
  const said = (name: string) => (form.get(name) ?? "").trim();
  return {
    organ: said("organ"),
    member: said("member"),
    assembly: said("assembly"),
    from: said("from"),
    to: said("to"),
  };
}

function errorsIn(c: Context<Edge>, { member, assembly, from, to }: SeatTyped): FieldError[] {
  const say = wordsOf(c).assemblies;
  const wrong = [
    ["member", !isId(member), say.form.missing],
    ["assembly", !isId(assembly), say.form.missing],
    ["from", !isCivilDate(from), say.offices.dayHint],
    ["to", !isCivilDate(to), say.offices.dayHint],
  ] as const;
  return wrong.flatMap(([field, isWrong, message]) => (isWrong ? { field, message } : []));
}

function dateWords(c: Context<Edge>, day: string): string {
  return wordsOf(c).format.date(civilDate(day));
}

async function refused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  typed: SeatTyped,
  sentences: (view: OfficesView) => readonly string[],
): Promise<Response> {
  if (["not-signed-in", "not-allowed"].includes(refusal.code)) return writeNotFor(c, refusal);
  const isSecond = refusal.code === "second-person-needed";
  if (!isSecond && !needsPasskey(refusal)) {
    const field = "member";
    return showOffices(c, typed, [{ field, message: reasonOf(wordsOf(c), refusal) }]);
  }
  const read = await readOffices(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const said = sentences(read.value);
  if (said.length === 0) return writeLost(c);
  const act = { sentences: said, back: HERE };
  return needsPasskey(refusal)
    ? writeToSign(c, read.value.around, refusal, act)
    : writeNeedSecond(c, read.value.around, act);
}

async function showOffices(
  c: Context<Edge>,
  typed: SeatTyped,
  errors: readonly FieldError[],
): Promise<Response> {
  const read = await readOffices(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const page = {
    title: t.assemblies.offices.title,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <Offices t={t} facts={factsOf(c, read.value, { typed, errors })} />,
  };
  return writePage(c, read.value.around, page, errors.length > 0 ? 422 : 200);
}

function factsOf(
  c: Context<Edge>,
  { terms, seating, numbers }: OfficesView,
  { typed, errors }: { readonly typed: SeatTyped; readonly errors: readonly FieldError[] },
): OfficesFacts {
  const { ids, now } = c.var.request.ports;
  const today = toRome(now).date;
  const t = wordsOf(c);
  return {
    terms: terms.map((term) => ({
      ...term,
      state: termState(term, today),
      assembly: term.assemblyId === null ? null : (numbers.get(term.assemblyId) ?? null),
      key: ids.next(),
    })),
    lacks: boardLacks(terms, today),
    seating:
      seating === null
        ? null
        : {
            members: seating.book.map(({ memberId, name }) => ({ value: memberId, label: name })),
            assemblies: seating.assemblies.map((one) => ({ value: one.id, label: one.title })),
            typed,
            key: ids.next(),
          },
    news: c.req.query("fatto") === "1" ? t.assemblies.done : null,
    errors,
  };
}

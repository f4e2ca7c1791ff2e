import { Hono } from "hono";
import type { Context } from "hono";
import { type HouseholdId, id, isId } from "#domain/kernel/ids.ts";
import { Standing } from "#frontend/member/standing.tsx";
import type { StandingFacts } from "#frontend/member/standing-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { quantityToForm } from "#frontend/ui/quantity-value.ts";
import { slotWords } from "#frontend/ui/slot-words.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { setStanding, type StandingTurn, turnStanding } from "#market/standing/actions.ts";
import { writeNotFor } from "./http-act.tsx";
import { readStandingForm, type TypedStanding, typedStanding } from "./http-standing-form.ts";
import { readStanding, type StandingPageView } from "./read-standing.ts";

const HERE = "/io/ricorrenti";
const ELSEWHERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

const TURNS: Readonly<Record<string, StandingTurn>> = {
  pausa: "pause",
  ripresa: "resume",
  salto: "skip",
  "senza-salto": "take-skip-back",
  fine: "end",
};

/** A household's list that becomes an order in every cycle. */
export const standingPages = new Hono<Edge>()
  .get("/", (c) => showStanding(c, c.req.query("famiglia") ?? null))
  .post("/:household", async (c) => {
    const householdId = householdOf(c);
    if (householdId === null) return writeLost(c);
    const typed = typedStanding(c.var.bodyText);
    const t = wordsOf(c);
    const { errors, list } = readStandingForm(t, typed, () => t.standing.product.toLowerCase());
    if (list === null) return showStanding(c, householdId, { typed, errors });
    const { payment, isInPart } = typed;
    const command = { householdId, payment, isInPart, ...list };
    const reply = await setStanding(c.var.request, command);
    if (!reply.ok) return showRefused(c, householdId, reply.refusal, typed);
    return c.redirect(`${HERE}?famiglia=${householdId}&fatto=salvata`, 303);
  })
  .post("/:household/:turn", async (c) => {
    const householdId = householdOf(c);
    const turn = TURNS[c.req.param("turn")];
    if (householdId === null || turn === undefined) return writeLost(c);
    const reply = await turnStanding(c.var.request, householdId, turn);
    if (!reply.ok) return showRefused(c, householdId, reply.refusal);
    return c.redirect(`${HERE}?famiglia=${householdId}&fatto=cambiata`, 303);
  });

function householdOf(c: Context<Edge>): HouseholdId | null {
  const household = c.req.param("household") ?? "";
  return isId(household) ? id<HouseholdId>(household) : null;
}

function showRefused(
  c: Context<Edge>,
  household: HouseholdId,
  refusal: AnyRefusal,
  typed?: TypedStanding,
): Response | Promise<Response> {
  if (ELSEWHERE.has(refusal.code)) return writeNotFor(c, refusal);
  const errors = [{ field: fieldOf(refusal), message: reasonOf(wordsOf(c), refusal) }];
  return showStanding(c, household, { errors, ...(typed === undefined ? {} : { typed }) });
}

function fieldOf(refusal: AnyRefusal): string {
  if (refusal.code === "place-unknown" || refusal.code === "address-missing") return "where";
  if (refusal.code === "wallet-missing") return "payment";
  return "variantId" in refusal ? `q-${refusal.variantId}` : "add";
}

interface Refused {
  readonly typed?: TypedStanding;
  readonly errors: readonly FieldError[];
}

async function showStanding(
  c: Context<Edge>,
  household: string | null,
  refused?: Refused,
): Promise<Response> {
  const asked = { household, order: c.req.query("da") ?? null };
  const read = await readStanding(c.var.request, asked);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const facts = standingFacts(c, t, read.value, refused);
  const page = {
    title: t.standing.title,
    path: HERE,
    isPersonal: true,
    refused: refused !== undefined,
    children: <Standing t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, refused === undefined ? 200 : 422);
}

function standingFacts(
  c: Context<Edge>,
  t: Texts,
  view: StandingPageView,
  refused: Refused | undefined,
): StandingFacts {
  const { ids } = c.var.request.ports;
  const { household, standing, repeated, held, sizes, runs } = view;
  const typed = refused?.typed;
  const source = repeated ?? standing;
  const payment = source?.payment === "at-pickup" ? "at-pickup" : "wallet";
  const kept = source === null ? "" : whereOf(source.place, source.slotId);
  const rise = standing === null ? "10" : String(standing.priceRise / 100);
  return {
    household,
    others: held.filter((one) => one.id !== household?.id),
    state: standing,
    isRepeated: repeated !== null,
    waitMinutes: view.waitMinutes,
    lines: linesOf(view, typed),
    sizes,
    places: placesOf(t, view),
    where: typed?.where ?? kept,
    payment: typed?.payment ?? payment,
    isInPart: typed?.isInPart ?? standing?.isInPart ?? true,
    rise: typed?.rise ?? rise,
    runs,
    keys: { save: ids.next(), pause: ids.next(), skip: ids.next(), end: ids.next() },
    news: newsOf(c, t),
    errors: refused?.errors ?? [],
  };
}

function newsOf(c: Context<Edge>, t: Texts): string | null {
  const told = c.req.query("fatto");
  if (told === "salvata") return t.standing.saved;
  return told === "cambiata" ? t.standing.turned : null;
}

/** What the list holds, as it was typed where it was refused. */
function linesOf(
  { standing, repeated }: StandingPageView,
  typed: TypedStanding | undefined,
): StandingFacts["lines"] {
  const kept = repeated?.lines ?? standing?.lines ?? [];
  return kept.map((line) => {
    const said = typed?.lines.find(({ variantId }) => variantId === line.variantId);
    const agreedCents = "agreedCents" in line ? line.agreedCents : line.priceCents;
    return {
      ...line,
      agreedCents,
      quantity: said?.quantity ?? quantityToForm(line.wanted),
      tolerance: said?.tolerance ?? quantityToForm(line.tolerance),
    };
  });
}

function whereOf(place: string, slot: string | null): string {
  return `${place}|${slot ?? ""}`;
}

/** Pickup points and home, each with its times, as one choice. */
function placesOf(t: Texts, { points, windows }: StandingPageView): StandingFacts["places"] {
  const pickups = points.flatMap((point) => {
    if (point.slots.length === 0) return [{ value: whereOf(point.id, null), label: point.name }];
    return point.slots.map((slot) => {
      const label = `${point.name}, ${slotWords(t, slot)}`;
      return { value: whereOf(point.id, slot.id), label };
    });
  });
  const homes = windows.map((slot) => ({
    value: whereOf("home", slot.id),
    label: `${t.standing.home}, ${slotWords(t, slot)}`,
  }));
  return [...pickups, ...homes];
}

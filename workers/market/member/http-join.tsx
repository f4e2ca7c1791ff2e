import { type Context, Hono } from "hono";
import { type EnterpriseId, id, isId } from "#domain/kernel/ids.ts";
import { civilDate, isCivilDate } from "#domain/kernel/instant.ts";
import type { Application } from "#domain/membership/application.ts";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import { foldTaxCode } from "#domain/membership/tax-code.ts";
import { Join } from "#frontend/member/join.tsx";
import type { JoinFacts } from "#frontend/member/member-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { applyForMembership } from "#market/members/apply.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { readJoin } from "./read-members.ts";

const HERE = "/soci";

/** What a member is, and the application of who is signed in. */
export const joinPages = new Hono<Edge>().get("/", (c) => showJoin(c)).post("/", (c) => apply(c));

type Typed = Readonly<Record<string, string>>;

async function apply(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const form = new URLSearchParams(c.var.bodyText);
  const typed: Typed = Object.fromEntries([...form].map(([name, value]) => [name, value.trim()]));
  const errors = errorsIn(t, typed);
  if (errors.length > 0) return showJoin(c, typed, errors);
  const motive = said(typed, "motive");
  const reply = await applyForMembership(c.var.request, applicationIn(typed), motive);
  if (reply.ok) return c.redirect(`${HERE}?inviata=1`, 303);
  if (NOT_HERE.has(reply.refusal.code)) return writeNotFor(c, reply.refusal);
  const field = FIELDS[reply.refusal.code] ?? "name";
  return showJoin(c, typed, [{ field, message: reasonOf(t, reply.refusal) }]);
}

const NOT_HERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);
/** Where on the form a "no" belongs. */
const FIELDS: Readonly<Partial<Record<AnyRefusal["code"], string>>> = {
  "tax-code-wrong": "taxCode",
  "tax-code-taken": "taxCode",
  "too-young": "bornOn",
  "enterprise-not-own": "enterpriseId",
  "instalments-too-many": "instalments",
};

const NEEDED = ["name", "taxCode", "street", "postcode", "town"] as const;
const LONGEST: Typed = { motive: "1000", postcode: "10", taxCode: "30" };

/** What must be put right before it is asked for. */
function errorsIn(t: Texts, typed: Typed): FieldError[] {
  const { errors } = t.members.join;
  const bornOn = said(typed, "bornOn");
  const isFirm = said(typed, "enterpriseId") !== null;
  const needed = isFirm ? [...NEEDED, "representedBy"] : [...NEEDED, "bornOn", "bornIn"];
  const missing = needed.filter((field) => said(typed, field) === null);
  const long = Object.entries(typed).filter(
    ([name, value]) => name !== "key" && value.length > Number(LONGEST[name] ?? 120),
  );
  const counted = ["shares", "instalments", "ownMembers"];
  const counts = counted.filter((name) => countIn(typed, name) === null);
  return [
    ...[...missing, ...long.map(([name]) => name)].map((field) => {
      return { field, message: errors.missing };
    }),
    ...(bornOn === null || isCivilDate(bornOn) ? [] : [{ field: "bornOn", message: errors.day }]),
    ...counts.map((field) => ({ field, message: errors.count })),
  ];
}

function said(typed: Typed, name: string): string | null {
  const value = typed[name] ?? "";
  return value === "" ? null : value;
}

/** A whole number from 1 on; 1 where nothing was typed. */
function countIn(typed: Typed, name: string): number | null {
  const value = said(typed, name) ?? "1";
  return /^[1-9]\d{0,3}$/.test(value) ? Number(value) : null;
}

function applicationIn(typed: Typed): Application {
  const text = (name: string) => typed[name] ?? "";
  const enterprise = text("enterpriseId");
  const bornOn = said(typed, "bornOn");
  const hasOwn = enterprise !== "" && said(typed, "ownMembers") !== null;
  return {
    kind: enterprise === "" ? "natural" : "legal",
    class: MEMBER_CLASSES.find((one) => one === typed["class"]) ?? "consumer",
    enterpriseId: isId(enterprise) ? id<EnterpriseId>(enterprise) : null,
    ownMembers: hasOwn ? countIn(typed, "ownMembers") : null,
    identity: {
      name: text("name"),
      taxCode: foldTaxCode(text("taxCode")),
      bornOn: bornOn === null ? null : civilDate(bornOn),
      bornIn: said(typed, "bornIn"),
      representedBy: said(typed, "representedBy"),
      street: text("street"),
      postcode: text("postcode"),
      town: text("town"),
    },
    shares: countIn(typed, "shares") ?? 1,
    instalments: countIn(typed, "instalments") ?? 1,
  };
}

/** What the form holds at first: most who apply buy here. */
function first(name: string): Typed {
  return { name, class: "consumer", shares: "1", instalments: "1" };
}

async function showJoin(
  c: Context<Edge>,
  typed: Typed | null = null,
  errors: readonly FieldError[] = [],
): Promise<Response> {
  const t = wordsOf(c);
  const view = await readJoin(c.var.request);
  const { applicant } = view;
  const isRefused = errors.length > 0;
  const facts: JoinFacts = {
    inBook: view.inBook,
    nominalCents: view.nominal,
    mayReadBook: view.mayReadBook,
    form:
      applicant === null
        ? null
        : {
            key: c.var.request.ports.ids.next(),
            isIn: applicant.memberships.some(({ kind }) => kind === "natural"),
            enterprises: applicant.enterprises,
            typed: typed ?? first(applicant.name),
          },
    isSent: c.req.query("inviata") === "1",
    errors,
  };
  const page = {
    title: t.members.join.title,
    description: t.members.join.description,
    path: HERE,
    side: "vote" as const,
    refused: isRefused,
    children: <Join t={t} facts={facts} />,
  };
  return writePage(c, view.around, page, isRefused ? 422 : 200);
}

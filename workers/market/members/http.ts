import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { MemberId } from "#domain/kernel/ids.ts";
import { bookCsv, eurosCell } from "#domain/membership/book-csv.ts";
import { answer, refused, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { idOf } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { applyForMembership } from "./apply.ts";
import { askAsMember } from "./enter.ts";
import {
  Applied,
  BookDocument,
  BookLine,
  Entered,
  MemberWhole,
  OwnMembership,
  RegisterLine,
  WaitingLine,
} from "./http-answers.ts";
import { ApplicationBody, RequestBody, toApplication } from "./http-schemas.ts";
import {
  exportBook,
  type ExportedLine,
  showBook,
  showMember,
  showOwn,
  showRegister,
  showWaiting,
} from "./reads.ts";

const area = "members";
const reading = ["not-signed-in", "not-allowed", "invalid-input"] as const;
const one = v.object({ id: idOf<MemberId>() });

const HEAD = [
  "numero",
  "nome",
  "codice fiscale",
  "nato il",
  "nato a",
  "rappresentato da",
  "via",
  "cap",
  "comune",
  "classe",
  "ammesso il",
  "stato",
  "quote",
  "sottoscritto",
  "versato",
] as const;

function rowOf(line: ExportedLine) {
  const { bookNo, name, taxCode, bornOn, bornIn, representedBy, street, postcode, town } = line;
  const who = [bookNo, name, taxCode, bornOn, bornIn, representedBy, street, postcode, town];
  const sums = [eurosCell(line.subscribedCents), eurosCell(line.paidCents)];
  return [...who, line.class, line.enrolledOn, line.state, line.shares, ...sums];
}

/** The members' book: who is in it, who keeps it, and who asks to come in. */
export const members = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Who is in the members’ book: numbers, names and classes",
      area,
      answers: { 200: pageOf(BookLine) },
      refusals: reading,
    }),
    validated("query", PageQuery),
    async (c) => show(c, await showBook(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Asks to become a member, for oneself or for an enterprise of one's own",
      area,
      answers: { 201: Applied },
      refusals: [
        ...WRITING,
        "not-found",
        "member-already",
        "tax-code-wrong",
        "tax-code-taken",
        "identity-misfit",
        "too-young",
        "enterprise-not-own",
        "instalments-too-many",
      ],
    }),
    validated("json", ApplicationBody),
    async (c) => {
      const { motive, ...fields } = c.req.valid("json");
      return answer(c, await applyForMembership(c.var.request, toApplication(fields), motive));
    },
  )
  .get(
    "/register",
    endpoint({
      summary: "The whole book with who left it, as the law makes it say of each",
      area,
      answers: { 200: pageOf(RegisterLine) },
      refusals: reading,
    }),
    validated("query", PageQuery),
    async (c) => show(c, await showRegister(c.var.request, askedPage(c.req.valid("query")))),
  )
  .get(
    "/waiting",
    endpoint({
      summary: "Who waits for an answer: applicants, appeals, who wants to leave",
      area,
      answers: { 200: v.object({ items: v.array(WaitingLine) }) },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await showWaiting(c.var.request)),
  )
  .get(
    "/book.json",
    endpoint({
      summary: "The whole book as one document with its digest",
      area,
      answers: { 200: BookDocument },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await exportBook(c.var.request)),
  )
  .get(
    "/book.csv",
    endpoint({
      summary: "The whole book as a table; sums in euros",
      area,
      table: true,
      answers: {},
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => writeCsv(c),
  )
  .get(
    "/mine",
    endpoint({
      summary: "One's own memberships, with their history and what is due",
      area,
      answers: { 200: v.object({ items: v.array(OwnMembership) }) },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await showOwn(c.var.request)),
  )
  .get(
    "/:id",
    endpoint({
      summary: "A membership with its entries and its shares",
      area,
      answers: { 200: MemberWhole },
      refusals: [...reading, "not-found"],
    }),
    validated("param", one),
    async (c) => show(c, await showMember(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/requests",
    endpoint({
      summary: "Takes an application back, appeals, asks to leave, or opposes an exclusion",
      area,
      answers: { 201: Entered },
      refusals: [
        ...WRITING,
        "not-found",
        "membership-misfit",
        "appeal-late",
        "opposition-late",
        "changed-meanwhile",
      ],
    }),
    validated("param", one),
    validated("json", RequestBody),
    async (c) => {
      const { kind, words } = c.req.valid("json");
      const command = { deed: { kind }, words };
      return answer(c, await askAsMember(c.var.request, c.req.valid("param").id, command));
    },
  );

async function writeCsv(c: Context<Edge>): Promise<Response> {
  const read = await exportBook(c.var.request);
  if (!read.ok) return refused(c, read.refusal);
  c.header("Content-Type", "text/csv; charset=utf-8; header=present");
  c.header("Content-Disposition", 'attachment; filename="libro-soci.csv"');
  c.header("Cache-Control", "no-store");
  return c.body(bookCsv(HEAD, read.value.members.map(rowOf)));
}

import { Hono } from "hono";
import * as v from "valibot";
import { ORGANS } from "#domain/governance/assembly/offices.ts";
import type { AssemblyId, MemberId, OfficeTermId, ProposalId } from "#domain/kernel/ids.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { civilDay, idOf, identifier } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { endOffice, listOffices, seatMember } from "./offices.ts";

const area = "assemblies";
const day = v.pipe(civilDay, v.transform(civilDate));
const ending = v.picklist(["resigned", "removed", "left"]);
const Seated = v.object({ id: identifier });

const SeatBody = v.pipe(
  v.strictObject({
    organ: v.picklist(ORGANS),
    memberId: idOf<MemberId>(),
    from: day,
    to: day,
    assemblyId: v.optional(v.nullable(idOf<AssemblyId>()), null),
    proposalId: v.optional(v.nullable(idOf<ProposalId>()), null),
  }),
  v.check(
    ({ assemblyId, proposalId }) => assemblyId !== null || proposalId !== null,
    "an assembly or a vote",
  ),
);

const Term = v.object({
  id: identifier,
  organ: v.picklist(ORGANS),
  memberId: identifier,
  name: v.string(),
  from: v.string(),
  to: v.string(),
  endedOn: v.nullable(v.string()),
  endedHow: v.nullable(ending),
  assemblyId: v.nullable(identifier),
  proposalId: v.nullable(identifier),
});

/** Whom the members elected, and until when. */
export const offices = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Who holds which office, and held it before",
      area,
      answers: { 200: v.object({ items: v.array(Term) }) },
      refusals: [],
    }),
    async (c) => show(c, await listOffices(c.var.request)),
  )
  .post(
    "/",
    endpoint({
      summary: "Writes down whom the members elected, by two signatures",
      area,
      answers: { 201: Seated },
      refusals: [...WRITING, "not-found", "not-electable", "term-too-long", "office-held"],
    }),
    validated("json", SeatBody),
    async (c) => answer(c, await seatMember(c.var.request, c.req.valid("json"))),
  )
  .post(
    "/:term/ending",
    endpoint({
      summary: "Writes down that a term ends before its time",
      area,
      answers: { 200: Seated },
      refusals: [...WRITING, "not-found", "term-ended"],
    }),
    validated("param", v.object({ term: idOf<OfficeTermId>() })),
    validated("json", v.strictObject({ on: day, how: ending })),
    async (c) => {
      const { term } = c.req.valid("param");
      return answer(c, await endOffice(c.var.request, term, c.req.valid("json")));
    },
  );

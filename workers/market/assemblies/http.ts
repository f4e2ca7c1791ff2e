import { Hono } from "hono";
import * as v from "valibot";
import { ASSEMBLY_KINDS, ASSEMBLY_STATES } from "#domain/governance/assembly/assembly.ts";
import type { Called } from "#domain/governance/assembly/record.ts";
import type { AssemblyId, ProposalId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { pageOf } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { count, idOf, identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { presences, presentMember, turnout } from "./http-attendance.ts";
import { minutesPaths, shownMinutes } from "./http-minutes.ts";
import { cancelAssembly, conveneAssembly, editAssembly, prepareAssembly } from "./prepare.ts";
import { listAssemblies, showAssembly } from "./reads.ts";

const area = "assemblies";
const named = v.object({ id: identifier, number: count });
const param = v.object({ assembly: idOf<AssemblyId>() });
const doing = [...WRITING, "not-found", "assembly-elsewhere", "assembly-changed"] as const;

const Body = v.pipe(
  v.strictObject({
    kind: v.picklist(ASSEMBLY_KINDS),
    generalId: v.optional(v.nullable(idOf<AssemblyId>()), null),
    delegates: v.optional(v.nullable(v.pipe(count, v.minValue(1), v.maxValue(500))), null),
    title: words(160),
    place: words(200),
    link: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300), v.url())), null),
    agenda: v.pipe(
      v.array(
        v.strictObject({
          title: words(160),
          detail: v.optional(words(2000, 0), ""),
          proposalId: v.optional(v.nullable(idOf<ProposalId>()), null),
        }),
      ),
      v.maxLength(40),
    ),
    firstCallAt: instantMs,
    secondCallAt: v.optional(v.nullable(instantMs), null),
  }),
  v.check(
    ({ kind, generalId }) => (kind === "separate") === (generalId !== null),
    "of a general one",
  ),
  v.check(({ kind, delegates }) => kind !== "separate" || delegates === null, "of a general one"),
);

const Shown = v.object({
  id: identifier,
  number: count,
  state: v.picklist(ASSEMBLY_STATES),
  kind: v.picklist(ASSEMBLY_KINDS),
  generalId: v.nullable(identifier),
  delegates: v.nullable(count),
  title: v.string(),
  place: v.string(),
  link: v.nullable(v.string()),
  agenda: v.array(
    v.object({ title: v.string(), detail: v.string(), proposalId: v.nullable(identifier) }),
  ),
  firstCallAt: instantMs,
  secondCallAt: v.nullable(instantMs),
  convenedAt: v.nullable(instantMs),
  constitutedAt: v.nullable(instantMs),
  constituted: v.nullable(
    v.object({
      call: v.picklist([1, 2]),
      at: instantMs,
      present: count,
      electorate: count,
      chairId: identifier,
      secretaryId: identifier,
    }),
  ),
  closedAt: v.nullable(instantMs),
  cancelledAt: v.nullable(instantMs),
  cancelledReason: v.nullable(v.string()),
  sealed: v.nullable(v.object({ version: count, digest: v.string(), at: instantMs })),
  version: count,
});

function calledOf(body: v.InferOutput<typeof Body>): Called {
  const { firstCallAt, secondCallAt } = body;
  return {
    ...body,
    firstCallAt: instant(firstCallAt),
    secondCallAt: secondCallAt === null ? null : instant(secondCallAt),
  };
}

/** The meetings of the members, from the convocation to the sealed minutes. */
export const assemblies = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The assemblies, the last one first",
      area,
      answers: { 200: pageOf(Shown) },
      refusals: ["invalid-input"],
    }),
    validated("query", v.strictObject(rowPageQuery)),
    async (c) => show(c, await listAssemblies(c.var.request, askedRows(c.req.valid("query")))),
  )
  .get(
    "/:assembly",
    endpoint({
      summary: "An assembly; who took part and what was said, for members",
      area,
      answers: {
        200: v.object({
          assembly: Shown,
          record: v.nullable(
            v.object({
              presences: v.array(presentMember),
              turnout: v.object(turnout),
              minutes: v.nullable(shownMinutes),
            }),
          ),
        }),
      },
      refusals: ["not-found", "invalid-input"],
    }),
    validated("param", param),
    async (c) => show(c, await showAssembly(c.var.request, c.req.valid("param").assembly)),
  )
  .post(
    "/",
    endpoint({
      summary: "Prepares an assembly as a draft",
      area,
      answers: { 201: named },
      refusals: [
        ...WRITING,
        "general-without-delegates",
        "second-call-misplaced",
        "changed-meanwhile",
      ],
    }),
    validated("json", Body),
    async (c) => answer(c, await prepareAssembly(c.var.request, calledOf(c.req.valid("json")))),
  )
  .put(
    "/:assembly",
    endpoint({
      summary: "Changes a draft",
      area,
      answers: { 200: named },
      refusals: [...doing, "second-call-misplaced"],
    }),
    validated("param", param),
    validated("json", Body),
    async (c) => {
      const { assembly } = c.req.valid("param");
      return answer(c, await editAssembly(c.var.request, assembly, calledOf(c.req.valid("json"))));
    },
  )
  .post(
    "/:assembly/convocation",
    endpoint({
      summary: "Calls everybody in the members' book to it, by letter",
      area,
      answers: { 200: named },
      refusals: [...doing, "agenda-empty", "assembly-too-soon", "second-call-misplaced"],
    }),
    validated("param", param),
    async (c) => answer(c, await conveneAssembly(c.var.request, c.req.valid("param").assembly)),
  )
  .post(
    "/:assembly/cancellation",
    endpoint({
      summary: "Calls it off before it is held; who was called hears why",
      area,
      answers: { 200: named },
      refusals: doing,
    }),
    validated("param", param),
    validated("json", v.strictObject({ reason: words(300) })),
    async (c) => {
      const { assembly } = c.req.valid("param");
      const { reason } = c.req.valid("json");
      return answer(c, await cancelAssembly(c.var.request, assembly, reason));
    },
  )
  .route("/", presences)
  .route("/", minutesPaths);

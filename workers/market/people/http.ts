import { Hono } from "hono";
import * as v from "valibot";
import { ROLES } from "#domain/access/principal.ts";
import type { GrantId, PersonId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { email, identifier, idOf, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { openEnrolment } from "./enrolment.ts";
import { inviteAgain, invitePerson, listPeople, showPerson } from "./invite.ts";
import { giveRole, takeRole } from "./roles.ts";
import { reinstate, suspend } from "./suspension.ts";

/** The subject of a role over the whole network is the empty text. */
const Role = v.strictObject({
  role: v.picklist(ROLES),
  subject: v.optional(v.union([v.literal(""), identifier]), ""),
});
const PersonBody = v.strictObject({
  name: words(120),
  email,
  language: v.optional(v.picklist(["it", "en"]), "it"),
  roles: v.optional(v.pipe(v.array(Role), v.maxLength(20)), []),
});
const SuspensionBody = v.strictObject({ reason: words(500) });
const NoBody = v.strictObject({});

const Person = v.object({
  id: identifier,
  name: v.string(),
  language: v.picklist(["it", "en"]),
  state: v.picklist(["invited", "active", "suspended"]),
  addresses: v.array(v.object({ address: v.string(), isConfirmed: v.boolean() })),
  roles: v.array(
    v.object({
      id: identifier,
      role: v.picklist(ROLES),
      subject: v.string(),
      grantedAt: instantMs,
      grantedBy: v.string(),
    }),
  ),
  passkeys: v.number(),
  invitedUntil: v.nullable(instantMs),
  suspendedAt: v.nullable(instantMs),
});
const Invited = v.object({ personId: identifier, expiresAt: instantMs });
const Enrolment = v.object({
  id: identifier,
  personId: identifier,
  expiresAt: instantMs,
  link: v.string(),
});

const onePerson = v.object({ id: idOf<PersonId>() });
const oneRole = v.object({ id: idOf<PersonId>(), grant: idOf<GrantId>() });

const area = "people";
/** The people of the network: who they are, what they may do, and whether they may come in. */
export const people = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The people of the network, with their roles",
      area,
      answers: { 200: pageOf(Person) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listPeople(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Invites a person by letter; an office among the roles asks for a second officer",
      area,
      answers: { 201: Person },
      refusals: [...WRITING, "grant-misfit", "grant-subject-missing", "address-taken"],
    }),
    validated("json", PersonBody),
    async (c) => answer(c, await invitePerson(c.var.request, c.req.valid("json"))),
  )
  .get(
    "/:id",
    endpoint({
      summary: "A person of the network",
      area,
      answers: { 200: Person },
      refusals: ["not-signed-in", "not-allowed", "not-found", "invalid-input"],
    }),
    validated("param", onePerson),
    async (c) => show(c, await showPerson(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/invitations",
    endpoint({
      summary: "Invites a person again who has no passkey yet; the letter of before is void",
      area,
      answers: { 201: Invited },
      refusals: [
        ...WRITING,
        "not-found",
        "person-enrolled",
        "person-suspended",
        "person-without-address",
      ],
    }),
    validated("param", onePerson),
    validated("json", NoBody),
    async (c) => answer(c, await inviteAgain(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/enrolments",
    endpoint({
      summary: "Opens the enrolment of a passkey in person; the link is shown in this answer only",
      area,
      answers: { 201: Enrolment },
      refusals: [...WRITING, "not-found", "person-suspended", "not-on-yourself"],
    }),
    validated("param", onePerson),
    validated("json", NoBody),
    async (c) => answer(c, await openEnrolment(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/roles",
    endpoint({
      summary: "Gives a person a role; an office asks for a second officer",
      area,
      answers: { 201: Person },
      refusals: [
        ...WRITING,
        "not-found",
        "grant-misfit",
        "grant-subject-missing",
        "role-held",
        "person-suspended",
      ],
    }),
    validated("param", onePerson),
    validated("json", Role),
    async (c) =>
      answer(c, await giveRole(c.var.request, c.req.valid("param").id, c.req.valid("json"))),
  )
  .delete(
    "/:id/roles/:grant",
    endpoint({
      summary: "Takes a role from a person, at once",
      area,
      answers: { 200: Person },
      refusals: [...WRITING, "not-found", "last-officer"],
    }),
    validated("param", oneRole),
    async (c) => {
      const { id, grant } = c.req.valid("param");
      return answer(c, await takeRole(c.var.request, id, grant));
    },
  )
  .post(
    "/:id/suspension",
    endpoint({
      summary: "Keeps a person out from now on",
      area,
      answers: { 200: Person },
      refusals: [...WRITING, "not-found", "not-on-yourself", "last-officer"],
    }),
    validated("param", onePerson),
    validated("json", SuspensionBody),
    async (c) =>
      answer(c, await suspend(c.var.request, c.req.valid("param").id, c.req.valid("json").reason)),
  )
  .delete(
    "/:id/suspension",
    endpoint({
      summary: "Lets a person back in",
      area,
      answers: { 200: Person },
      refusals: [...WRITING, "not-found", "not-on-yourself"],
    }),
    validated("param", onePerson),
    async (c) => answer(c, await reinstate(c.var.request, c.req.valid("param").id)),
  );

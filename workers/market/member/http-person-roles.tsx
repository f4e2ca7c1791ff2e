import type { Context } from "hono";
import { id, isId, type PersonId } from "#domain/kernel/ids.ts";
import { PersonRoles } from "#frontend/member/person-roles.tsx";
import type { Edge } from "#market/edge/env.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { writeNotFor } from "./http-act.tsx";
import { heldWords } from "./http-told.ts";
import { readPersonRoles } from "./read-people.ts";

/** As long as a name of ours. */
const LONGEST = 120;

/** The roles of one person over an enterprise, a group or a household, and those to give. */
export async function showPersonRoles(c: Context<Edge>): Promise<Response> {
  const person = c.req.param("person") ?? "";
  if (!isId(person)) return writeLost(c);
  const words = (c.req.query("cerca") ?? "").trim().slice(0, LONGEST);
  const read = await readPersonRoles(c.var.request, { personId: id<PersonId>(person), words });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const { around, names, found } = read.value;
  const { name, roles, state } = read.value.person;
  const { ids } = c.var.request.ports;
  const facts = {
    id: person,
    name,
    mayHold: state !== "suspended",
    roles: roles.map((held) => {
      return { id: held.id, label: heldWords(t, held, names), key: ids.next() };
    }),
    words,
    found: found.map(({ role, subject, name: called }) => {
      return {
        value: `${role}.${subject}`,
        label: t.office.people.over(t.access.roles[role], called),
      };
    }),
    key: ids.next(),
  };
  const page = {
    title: t.office.people.rolesOf(name),
    path: `/rete/persone/${person}/ruoli`,
    side: "vote" as const,
    children: <PersonRoles t={t} facts={facts} />,
  };
  return writePage(c, around, page);
}

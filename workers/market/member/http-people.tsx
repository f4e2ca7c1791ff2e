import { Hono } from "hono";
import type { Context } from "hono";
import { wordingOf } from "#domain/access/consents.ts";
import { type GrantId, id, isId, type PersonId } from "#domain/kernel/ids.ts";
import { HandedOver } from "#frontend/member/handed-over.tsx";
import { People } from "#frontend/member/people.tsx";
import type { InviteValues, PersonFacts } from "#frontend/member/people-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { type EnrolmentOpened, openEnrolment } from "#market/people/enrolment.ts";
import { inviteAgain, invitePerson } from "#market/people/invite.ts";
import { giveRole, takeRole } from "#market/people/roles.ts";
import { recordPaperConsent } from "#market/privacy/paper-consents.ts";
import { reinstate, suspend } from "#market/people/suspension.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { needsPasskey, writeNotFor, writeToSign } from "./http-act.tsx";
import { writeNeedSecond } from "./http-seconds.tsx";
import { showPersonRoles } from "./http-person-roles.tsx";
import { heldWords, readGrant, toldOf } from "./http-told.ts";
import { type PeopleView, readPeople } from "./read-people.ts";

const HERE = "/rete/persone";

/** The people of the network, and every form that changes who may come in and do what. */
export const peoplePages = new Hono<Edge>()
  .get("/", (c) => showPeople(c))
  .post("/", (c) => invite(c))
  .post("/:person/invito", (c) => about(c, (person) => inviteAgain(c.var.request, person)))
  .post("/:person/riammissione", (c) => about(c, (person) => reinstate(c.var.request, person)))
  .post("/:person/sospensione", (c) => {
    const t = wordsOf(c);
    const reason = sent(c, "reason");
    if (reason === "" || reason.length > 400) {
      const field = `reason-${c.req.param("person")}`;
      return showPeople(c, [{ field, message: t.office.people.reasonMissing }]);
    }
    return about(c, (person) => suspend(c.var.request, person, reason));
  })
  .get("/:person/ruoli", (c) => showPersonRoles(c))
  .post("/:person/ruoli", (c) => {
    const grant = readGrant(sent(c, "role"));
    if (grant === null) {
      return showPeople(c, [refusedField(wordsOf(c), { code: "invalid-input", issues: [] })]);
    }
    return about(c, (person) => giveRole(c.var.request, person, grant));
  })
  .post("/:person/ruoli/:grant/revoca", (c) => {
    const grant = c.req.param("grant");
    if (!isId(grant)) return writeLost(c);
    return about(c, (person) => takeRole(c.var.request, person, id<GrantId>(grant)));
  })
  .post("/:person/consenso", (c) => {
    const paper = sent(c, "paper");
    if (!/^[A-Za-z0-9/.-]{1,40}$/.test(paper)) {
      const field = `paper-${c.req.param("person")}`;
      return showPeople(c, [{ field, message: wordsOf(c).office.people.paperWrong }]);
    }
    const said = { isGiven: sent(c, "given") === "yes", textVersion: wordingOf("reminders") };
    return about(c, (personId) =>
      recordPaperConsent(c.var.request, { purpose: "reminders", ...said, personId, paper }),
    );
  })
  .post("/:person/consegna", (c) =>
    about(
      c,
      (person) => openEnrolment(c.var.request, person),
      (opened) => showHanded(c, opened),
    ),
  );

function sent(c: Context<Edge>, name: string): string {
  return new URLSearchParams(c.var.bodyText).get(name)?.trim() ?? "";
}

async function invite(c: Context<Edge>): Promise<Response> {
  const t = wordsOf(c);
  const typed = { name: sent(c, "name"), email: sent(c, "email"), role: sent(c, "role") };
  const errors = inviteErrors(t, typed);
  if (errors.length > 0) return showPeople(c, errors, typed);
  const { name, email, role } = typed;
  const grant = readGrant(role);
  const roles = grant === null ? [] : [grant];
  const reply = await invitePerson(c.var.request, { name, email, language: "it", roles });
  if (reply.ok) return c.redirect(`${HERE}?fatto=1#person-${reply.value.id}`, 303);
  if (reply.refusal.code !== "address-taken") return answerRefused(c, reply.refusal, typed);
  return showPeople(c, [{ field: "email", message: reasonOf(t, reply.refusal) }], typed);
}

function inviteErrors(t: Texts, { name, email }: InviteValues): readonly FieldError[] {
  const say = t.office.people;
  const isNamed = name !== "" && name.length <= 120;
  const isReached = email.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email);
  return [
    ...(isNamed ? [] : [{ field: "name", message: say.nameMissing }]),
    ...(isReached ? [] : [{ field: "email", message: say.emailWrong }]),
  ];
}

type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** Does something about one person, and shows the list again where nothing else is to be shown. */
async function about<T>(
  c: Context<Edge>,
  deed: (person: PersonId) => Promise<Answer<T>>,
  after?: (value: T) => Promise<Response>,
): Promise<Response> {
  const person = c.req.param("person") ?? "";
  if (!isId(person)) return writeLost(c);
  const reply = await deed(id<PersonId>(person));
  if (!reply.ok) return answerRefused(c, reply.refusal);
  return after?.(reply.value) ?? c.redirect(`${HERE}?fatto=1#person-${person}`, 303);
}

async function answerRefused(
  c: Context<Edge>,
  refusal: AnyRefusal,
  typed?: InviteValues,
): Promise<Response> {
  const t = wordsOf(c);
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  const isSecond = refusal.code === "second-person-needed";
  if (!isSecond && !needsPasskey(refusal)) return showPeople(c, [refusedField(t, refusal)], typed);
  const subject = readGrant(sent(c, "role"))?.subject ?? "";
  const read = await readPeople(c.var.request, { subject });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around } = read.value;
  const sentences = toldOf(t, c.req.path, c.var.bodyText, read.value);
  // Of what is not there nothing can be told, and nothing is signed.
  if (sentences.length === 0) return writeLost(c);
  const act = { sentences, back: HERE };
  return needsPasskey(refusal)
    ? writeToSign(c, around, refusal, act)
    : writeNeedSecond(c, around, act);
}

function refusedField(t: Texts, refusal: AnyRefusal): FieldError {
  return { field: "content", message: reasonOf(t, refusal) };
}

async function showPeople(
  c: Context<Edge>,
  errors: readonly FieldError[] = [],
  invited: InviteValues = { name: "", email: "", role: "" },
): Promise<Response> {
  const t = wordsOf(c);
  const read = await readPeople(c.var.request, { after: askedAfter(c) });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, people, names, next, mayChange } = read.value;
  const { ids } = c.var.request.ports;
  const facts = {
    people: people.map((person) => personFacts(t, person, names, () => ids.next())),
    next,
    mayChange,
    invite: invited,
    key: ids.next(),
    news: c.req.query("fatto") === "1" ? t.office.people.done : null,
    errors,
  };
  const page = {
    title: t.office.people.title,
    path: HERE,
    side: "vote" as const,
    refused: errors.length > 0,
    children: <People t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length > 0 ? 422 : 200);
}

/** After whom the page begins; the first page where the address names nobody. */
function askedAfter(c: Context<Edge>): string | null {
  const after = c.req.query("dopo") ?? "";
  return isId(after) ? after : null;
}

function personFacts(
  t: Texts,
  person: PeopleView["people"][number],
  names: PeopleView["names"],
  key: () => string,
): PersonFacts {
  const { id: personId, name, state, addresses, roles, invitedUntil } = person;
  return {
    id: personId,
    name,
    state,
    invitedUntil,
    addresses: addresses.map(({ address }) => address),
    roles: roles.map((held) => {
      return { id: held.id, label: heldWords(t, held, names), key: key() };
    }),
    keys: { grant: key(), again: key(), handOver: key(), standing: key(), paper: key() },
  };
}

async function showHanded(c: Context<Edge>, opened: EnrolmentOpened): Promise<Response> {
  const t = wordsOf(c);
  const read = await readPeople(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, people } = read.value;
  const name = people.find((one) => one.id === opened.personId)?.name ?? "";
  const page = {
    title: t.office.people.handedTitle,
    path: HERE,
    side: "vote" as const,
    children: <HandedOver t={t} facts={{ name, ...opened }} />,
  };
  return writePage(c, around, page);
}

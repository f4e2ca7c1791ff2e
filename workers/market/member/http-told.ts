import { type Grant, type Role, ROLES } from "#domain/access/principal.ts";
import { isId } from "#domain/kernel/ids.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { entryTold, memberOfForm } from "./http-book-told.ts";

/** Whom and what a form of the people's page may be about. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly (Grant & { readonly id: string })[];
}

/** Those people, and the names of what their roles are over. */
export interface Known {
  readonly people: readonly Named[];
  readonly names: ReadonlyMap<string, string>;
  /** Members whom a form of their book is about, by id. */
  readonly members?: ReadonlyMap<string, string>;
}

/**
 * What a form of the people's page does, in plain words: told from its address and its body alone,
 * so that who signs second reads what is really asked. Nothing where it is another request.
 */
export function toldOf(
  t: Texts,
  path: string,
  body: string,
  { people, names, members }: Known,
): readonly string[] {
  const member = memberOfForm(path);
  if (member !== null) return entryTold(t, body, members?.get(member) ?? "");
  const form = new URLSearchParams(body);
  const say = t.office.people;
  if (path === "/rete/persone") return toldInvitation(t, form);
  const [, id, deed, grant] =
    /^\/rete\/persone\/([^/]+)\/([a-z]+)(?:\/([^/]+)\/revoca)?$/.exec(path) ?? [];
  const person = people.find((one) => one.id === id);
  if (person === undefined) return [];
  const { name } = person;
  const held = person.roles.find((one) => one.id === grant);
  const reason = form.get("reason") ?? "";
  const told: Readonly<Record<string, readonly string[]>> = {
    ruoli: [
      held === undefined
        ? say.signGrant(name, grantWords(t, form.get("role"), names))
        : say.signRevoke(name, heldWords(t, held, names)),
    ],
    consenso: [
      say.signPaper(name, form.get("given") === "yes" ? say.paperYes : say.paperNo),
      say.signSheet(form.get("paper") ?? ""),
    ],
    invito: [say.signAgain(name)],
    consegna: [say.signHandOver(name)],
    sospensione: [say.signSuspend(name), say.signReason(reason)],
    riammissione: [say.signReinstate(name)],
  };
  return told[deed ?? ""] ?? [];
}

function toldInvitation(t: Texts, form: URLSearchParams): readonly string[] {
  const say = t.office.people;
  const role = form.get("role") ?? "";
  const invited = say.signInvite(form.get("name") ?? "", form.get("email") ?? "");
  return role === "" ? [invited] : [invited, say.signWithRole(grantWords(t, role, new Map()))];
}

function grantWords(t: Texts, sent: string | null, names: Known["names"]): string {
  const grant = readGrant(sent);
  return grant === null ? (sent ?? "") : heldWords(t, grant, names);
}

/** A role in words, with the name of what it is over: "azienda (Frutteto dell'Adige)". */
export function heldWords(t: Texts, { role, subject }: Grant, names: Known["names"]): string {
  const word = t.access.roles[role];
  return subject === "" ? word : t.office.people.over(word, names.get(subject) ?? subject);
}

/** A role as a form names it: alone, or with a dot and the id of what it is over. */
export function readGrant(sent: string | null): Grant | null {
  const [role = "", subject = ""] = (sent ?? "").split(".");
  const isWhole = sent === role;
  if (!isRole(role) || (!isWhole && sent !== `${role}.${subject}`)) return null;
  return isWhole || isId(subject) ? { role, subject } : null;
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}

import type { Role } from "#domain/access/principal.ts";
import { ROLES } from "#domain/access/principal.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** Whom and what a form of the people's page may be about. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly id: string; readonly role: Role }[];
}

/**
 * What a form of the people's page does, in plain words: told from its address and its body alone,
 * so that who signs second reads what is really asked. Nothing where it is another request.
 */
export function toldOf(
  t: Texts,
  path: string,
  body: string,
  people: readonly Named[],
): readonly string[] {
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
        ? say.signGrant(name, roleWords(t, form.get("role")))
        : say.signRevoke(name, t.access.roles[held.role]),
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
  return role === "" ? [invited] : [invited, say.signWithRole(roleWords(t, role))];
}

function roleWords(t: Texts, role: string | null): string {
  return isRole(role) ? t.access.roles[role] : (role ?? "");
}

export function isRole(role: string | null): role is Role {
  return ROLES.some((known) => known === role);
}

import type { Role } from "#domain/access/principal.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** What somebody is in the network: `socio e azienda`. */
export function rolesOf(t: Texts, roles: readonly Role[]): string {
  const words = [...new Set(roles)].map((role) => t.access.roles[role]);
  return words.length === 0 ? t.access.own.rolesNone : t.format.list(words);
}

import type { PersonState } from "#domain/access/people.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError, Option } from "#frontend/ui/field.tsx";

export interface HeldFacts {
  readonly id: string;
  /** The role in words, with the name of what it is over. */
  readonly label: string;
  readonly key: string;
}

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly state: PersonState;
  readonly addresses: readonly string[];
  readonly roles: readonly HeldFacts[];
  readonly invitedUntil: Instant | null;
  /** Each form is an operation of its own. */
  readonly keys: Readonly<Record<"grant" | "again" | "handOver" | "standing" | "paper", string>>;
}

/** What an invitation's form says, as it was typed. */
export interface InviteValues {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

export interface PeopleFacts {
  readonly people: readonly PersonFacts[];
  /** After whom the next page begins; null on the last one. */
  readonly next: string | null;
  /** Whether this reader changes anything, or only looks. */
  readonly mayChange: boolean;
  readonly invite: InviteValues;
  readonly key: string;
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

/** Offices and roles that concern the whole network: those that a form can give. */
const WHOLE_ROLES = ["officer", "treasurer", "supervisor", "auditor", "member"] as const;

/** Those roles, as a list to choose from. */
export function roleOptions(t: Texts): readonly Option[] {
  return WHOLE_ROLES.map((role) => ({ value: role, label: t.access.roles[role] }));
}

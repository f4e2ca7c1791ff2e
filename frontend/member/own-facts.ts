import type { Instant } from "#domain/kernel/instant.ts";
import type { Role } from "#domain/access/principal.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Instant;
  readonly lastUsedAt: Instant | null;
  /** Each form is an operation of its own. */
  readonly keys: { readonly rename: string; readonly remove: string };
}

export interface OwnSession {
  readonly id: string;
  /** "Firefox, Linux"; "" where the browser did not say. */
  readonly device: string;
  readonly begunBy: "passkey" | "code";
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly isCurrent: boolean;
  readonly key: string;
}

export interface OwnAddress {
  readonly id: string;
  readonly address: string;
  readonly isConfirmed: boolean;
  /** The last confirmed one stays. */
  readonly mayGo: boolean;
  readonly keys: { readonly again: string; readonly remove: string };
}

/** Everything that the page of one's own access shows. */
export interface OwnFacts {
  readonly name: string;
  /** A name as it was typed, where the form comes back. */
  readonly typedName: string | null;
  /** Of one's letters. */
  readonly language: "it" | "en";
  readonly roles: readonly Role[];
  readonly passkeys: readonly OwnPasskey[];
  readonly sessions: readonly OwnSession[];
  readonly addresses: readonly OwnAddress[];
  readonly keys: {
    readonly others: string;
    readonly out: string;
    readonly address: string;
    readonly profile: string;
  };
  /** An address that was typed to be added, as it was typed. */
  readonly newAddress: string;
  /** Said above everything; null where nothing is to be said. */
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

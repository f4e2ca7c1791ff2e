import type { EnterpriseGrantKind } from "#domain/access/enterprise-grants.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { FieldError, Option } from "#frontend/ui/field.tsx";

/** A permit as its page shows it. */
export interface PermitFacts {
  readonly id: string;
  readonly kind: EnterpriseGrantKind;
  /** The other enterprise. */
  readonly name: string;
  readonly givenAt: Instant;
  /** Who gave it; null where it is not for the reader, or a program did. */
  readonly by: string | null;
  readonly revokedAt: Instant | null;
  /** Whether the enterprise of the page gave it. */
  readonly isGiven: boolean;
  readonly key: string;
}

export interface PermitsOfFacts {
  readonly id: string;
  readonly name: string;
  readonly given: readonly PermitFacts[];
  readonly received: readonly PermitFacts[];
  readonly past: readonly PermitFacts[];
  readonly mayChange: boolean;
  readonly holders: readonly Option[];
  readonly kinds: readonly EnterpriseGrantKind[];
  /** What was chosen, where the form comes back. */
  readonly chosen: { readonly holder: string; readonly kinds: readonly string[] };
  readonly key: string;
  readonly isDone: boolean;
  readonly errors: readonly FieldError[];
}

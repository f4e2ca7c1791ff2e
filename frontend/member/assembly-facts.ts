import type { AssemblyKind, AssemblyState } from "#domain/governance/assembly/assembly.ts";
import type { WayToAttend } from "#domain/governance/assembly/attendance.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** An assembly in the list. */
export interface ListedAssembly {
  readonly number: number;
  readonly title: string;
  readonly kind: AssemblyKind;
  readonly state: AssemblyState;
  readonly firstCallAt: Instant;
}

/** The form that prepares an assembly, as it was typed. */
export interface AssemblyTyped {
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly link: string;
  readonly first: string;
  readonly second: string;
  readonly agenda: string;
  /** The number of the general assembly, for a separate one. */
  readonly general: string;
  readonly delegates: string;
}

export interface AssembliesFacts {
  readonly assemblies: readonly ListedAssembly[];
  /** The address of the older ones; null on the last page. */
  readonly older: string | null;
  /** Null for who prepares none. */
  readonly form: { readonly typed: AssemblyTyped; readonly key: string } | null;
  /** Separate assemblies are due by law. */
  readonly needsSeparate: boolean;
  readonly errors: readonly FieldError[];
}

/** Somebody who took part. */
export interface PresentFacts {
  readonly memberId: string;
  readonly name: string;
  readonly how: WayToAttend;
  readonly holder: string | null;
  readonly leftAt: Instant | null;
  readonly takesPart: boolean;
  readonly key: string;
}

export interface RecordFacts {
  readonly present: number;
  readonly electorate: number;
  readonly needed: number;
  readonly presences: readonly PresentFacts[];
  readonly minutes: {
    readonly version: number;
    readonly words: string;
    readonly isSealed: boolean;
    readonly sealHolds: boolean;
  } | null;
}

/** What who holds it can do now. */
export interface AssemblyTools {
  readonly key: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly inside: readonly { readonly id: string; readonly name: string }[];
  readonly typed: AssemblyTyped;
}

export interface AssemblyFacts extends ListedAssembly {
  readonly place: string;
  readonly link: string | null;
  readonly secondCallAt: Instant | null;
  readonly call: 1 | 2 | null;
  readonly cancelledReason: string | null;
  readonly agenda: readonly {
    readonly title: string;
    readonly detail: string;
    readonly proposal: number | null;
  }[];
  /** What its separate assemblies sent or send, in their order. */
  readonly separate: readonly {
    readonly number: number;
    readonly title: string;
    readonly present: number;
    readonly delegates: number;
  }[];
  readonly sealed: { readonly at: Instant; readonly digest: string } | null;
  /** Null for who is no member. */
  readonly record: RecordFacts | null;
  readonly tools: AssemblyTools | null;
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

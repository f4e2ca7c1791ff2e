import type { Method, Secrecy } from "#domain/governance/policy/policy.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { OptionFacts } from "./proposal-facts.ts";

/** Somebody for whom a ballot can be cast by this reader. */
export interface CastForFacts {
  /** The member and, after a dot, who casts it: themselves, or who holds their proxy. */
  readonly value: string;
  readonly name: string;
  /** Stood for by a proxy, and not acted for. */
  readonly isByProxy: boolean;
}

export interface BallotFacts {
  /** The proposal and the number of its call, which the form brings along. */
  readonly id: string;
  readonly call: number;
  readonly number: number;
  readonly title: string;
  readonly method: Method;
  readonly secrecy: Secrecy;
  /** The key that signs the tokens of a blind vote; "" of any other. */
  readonly tokenKey: string;
  /** Members of `castFor` whose token was given already. */
  readonly given: readonly string[];
  readonly closesAt: Instant;
  readonly options: readonly OptionFacts[];
  /** What a budget divides. */
  readonly budget: Cents | null;
  /** What a score may be, both bounds included. */
  readonly scale: { readonly least: number; readonly most: number };
  /** For whom a ballot is still to be cast, or may be cast anew. */
  readonly castFor: readonly CastForFacts[];
  /** They have voted, and may until the close vote otherwise. */
  readonly isAgain: boolean;
  readonly mayRevote: boolean;
  /** What was typed, by the names of the form's fields. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly key: string;
}

/** What a form said: several values where several boxes have one name. */
export type Typed = Readonly<Record<string, readonly string[]>>;

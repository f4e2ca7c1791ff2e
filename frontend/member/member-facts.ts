import type { Cents } from "#domain/kernel/money.ts";
import type { FieldError } from "#frontend/ui/field.tsx";

/** The page that tells what a member is, with the form for who is signed in. */
export interface JoinFacts {
  readonly inBook: number;
  readonly nominalCents: Cents;
  readonly mayReadBook: boolean;
  /** Null for who is not signed in. */
  readonly form: JoinFormFacts | null;
  readonly isSent: boolean;
  readonly errors: readonly FieldError[];
}

export interface JoinFormFacts {
  readonly key: string;
  /** In the book, or waiting for an answer, as a person already. */
  readonly isIn: boolean;
  readonly enterprises: readonly { readonly id: string; readonly name: string }[];
  /** What was typed, by the name of its field. */
  readonly typed: Readonly<Record<string, string>>;
}

import type { Refusal } from "#domain/kernel/outcome.ts";

/** A refusal of the edge itself, before any deed is reached. */
export type EdgeRefusal =
  | { readonly code: "malformed-json" }
  | { readonly code: "not-json"; readonly expected: string }
  | { readonly code: "too-large"; readonly mostBytes: number }
  | { readonly code: "address-too-long"; readonly mostCharacters: number }
  | { readonly code: "cookies-too-long"; readonly mostCharacters: number }
  | { readonly code: "too-many-requests"; readonly retryAfterSeconds: number }
  | { readonly code: "invalid-input"; readonly issues: readonly Issue[] }
  | { readonly code: "key-missing" }
  | { readonly code: "key-reused" }
  | { readonly code: "foreign-origin" }
  /** The answer is known, and held data of somebody who was erased. */
  | { readonly code: "answer-erased" }
  | { readonly code: "changed-meanwhile" }
  | { readonly code: "neighbour-failed" }
  | { readonly code: "no-such-page" };

export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Thrown by the edge to stop a request with a refusal; `onError` answers it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly refusal: EdgeRefusal;
  constructor(refusal: EdgeRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The body of an error: problem details (RFC 9457), with a stable code and its facts. */
export function problemOf(refusal: Refusal, status: number) {
  return {
    type: `urn:filiera:refusal:${refusal.code}`,
    title: refusal.code.replaceAll("-", " "),
    status,
    ...refusal,
  };
}

/** What a deed answers: a value, or a refusal that a person can understand. */
export type Outcome<T, R> = Accepted<T> | Refused<R>;

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

/** Every refusal has a stable code; the facts beside it explain the "no". */
export interface Refusal {
  readonly code: string;
}

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}

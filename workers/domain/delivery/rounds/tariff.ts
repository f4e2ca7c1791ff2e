import type { Cents } from "#domain/kernel/money.ts";

/** What a vehicle with its courier costs. */
export interface Tariff {
  readonly roundCents: Cents;
  readonly hourCents: Cents;
  readonly kmCents: Cents;
}

import type { HouseholdId } from "#domain/kernel/ids.ts";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { Reader } from "./reader.ts";
import { addPerson, giveRole, type SignedInPerson } from "./signed-in-person.ts";
import type { Trade } from "./trading.ts";

/** Somebody signed in, with a browser that reads their pages. */
export interface ReadingPerson extends SignedInPerson {
  readonly reader: Reader;
  readonly address: string;
}

let people = 0;

/** Adds a person with a confirmed address; of a household where one is named. */
export function readingPerson(
  { market }: Pick<Trade, "market">,
  name: string,
  household: HouseholdId | null = null,
): ReadingPerson {
  const address = `${name.toLowerCase()}-${++people}@example.org`;
  const person = addPerson(market, { name, address });
  if (household !== null) giveRole(market, person.id, "household", household);
  const reader = new Reader(market.env);
  const secret = /=(.*)$/.exec(person.sent.headers?.["Cookie"] ?? "")?.[1] ?? "";
  reader.cookies.set(SESSION_COOKIE, secret);
  return { ...person, reader, address };
}

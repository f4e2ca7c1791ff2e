import assert from "node:assert/strict";
import fc from "fast-check";
import { addHousehold, addToken } from "#tests/households.ts";
import type { Got } from "#tests/market.ts";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import { type ApiEndpoint, apiEndpoints, collectionsOf, pathOf } from "./api-endpoints.ts";
import { type KnownIds, knownIds } from "./known-ids.ts";
import type { TrialSize } from "./trial.ts";
import { valuesOf } from "./valid-values.ts";

/** What an identifier looks like that nothing has. */
const ABSENT = "0".repeat(26);

/**
 * Somebody without rights asks each endpoint for what exists and for what does not: where the one
 * is refused, the other is refused in the same words (DESIGN §6 law 10), so that nobody learns
 * what there is by guessing.
 */
export async function strangers(market: RunningMarket, { seed, say }: TrialSize): Promise<void> {
  const known = await knownIds(market);
  const household = addToken(market, "household", addHousehold(market));
  const endpoints = await apiEndpoints(market.url);
  const different: string[] = [];
  for (const endpoint of endpoints.filter((each) => collectionsOf(each).length > 0)) {
    for (const token of [null, household]) {
      const difference = await tellsApart({ market, known, seed }, endpoint, token);
      if (difference !== null) different.push(difference);
    }
  }
  assert.deepEqual(different, [], "a foreign and an absent identifier answer alike");
  say(`${endpoints.length} endpoints asked by strangers for what exists and what does not`);
}

interface Place {
  readonly market: RunningMarket;
  readonly known: KnownIds;
  readonly seed: number;
}

async function tellsApart(place: Place, endpoint: ApiEndpoint, token: string | null) {
  const { market, known, seed } = place;
  const collections = collectionsOf(endpoint);
  const foreign = collections.map((collection) => known.get(collection)?.[0] ?? "tutto");
  const absent = collections.map((_, i) => (i === 0 ? ABSENT : (foreign[i] ?? "")));
  const [body] = fc.sample(valuesOf(endpoint.body ?? {}, []), { numRuns: 1, seed });
  const ask = (parameters: readonly string[]): Promise<Got> =>
    market.call(endpoint.method, pathOf(endpoint, parameters), {
      key: secret(),
      ...(token === null ? {} : { token }),
      ...(endpoint.body === null ? {} : { body: body as object }),
    });
  const one = await ask(foreign);
  if (one.status < 400) return null;
  const [said, other] = [worded(one, foreign), worded(await ask(absent), absent)];
  if (said === other) return null;
  const who = token === null ? "nobody" : "a household";
  return `${endpoint.method} ${endpoint.path} by ${who}: ${said}, absent: ${other}`;
}

/** What was said, but for what the asker said first. */
function worded({ status, body }: Got, asked: readonly string[]): string {
  const { requestId: _, ...facts } = body;
  const words = asked.reduce((text, id) => text.replaceAll(id, "…"), JSON.stringify(facts));
  return `${status} ${words}`;
}

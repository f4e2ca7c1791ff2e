/**
 * A second opinion on every figure of a sales week, worked out from RULES.md alone. It shares no
 * code with the marketplace, so that one slip cannot hide in both.
 */
import type { ExpectedAttempt, ExpectedWeek } from "./expected-file.ts";
import { askedLines, buy, total, valueAtNominal } from "./oracle-close.ts";
import type { Asked } from "./oracle-close.ts";
import { settle } from "./oracle-delivery.ts";
import { householdFigures, producerFigures } from "./oracle-sums.ts";
import { totalFigures } from "./oracle-totals.ts";
import type { AttemptEntry, AttemptsFile, CycleFile, NetworkFile } from "./week-files.ts";

/** Every figure of `expected.json`; `attempts` only when some file of them is given. */
export function expectedWeek(
  network: NetworkFile,
  cycle: CycleFile,
  attempts?: AttemptsFile,
): ExpectedWeek {
  const asked = askedLines(network, cycle);
  const bought = buy(network, asked);
  const settled = settle(cycle, asked, bought);
  const terms = network.network;
  const households = network.households.map((one) => householdFigures(one, terms, settled));
  const producers = network.producers.map((one) => producerFigures(one, terms, settled));
  return {
    totals: totalFigures(network, { settled, households, producers }),
    purchase: [...bought.values()].map(({ purchase }) => purchase),
    producers,
    households,
    lines: settled.map(({ row }) => row),
    ...(attempts === undefined
      ? {}
      : { attempts: attempts.attempts.map((one) => tried(network, asked, one)) }),
  };
}

/** Tries one order against the wallet as it stood: only estimated goods count (RULES §3, §8). */
function tried(
  network: NetworkFile,
  asked: readonly Asked[],
  attempt: AttemptEntry,
): ExpectedAttempt {
  const household = network.households.find(({ id }) => id === attempt.household);
  const product = network.products.find(({ id }) => id === attempt.product);
  if (household === undefined || product === undefined) {
    throw new Error(`attempt ${attempt.id} names what the network does not have`);
  }
  const earlier = asked.filter(
    ({ line }) => line.household === household.id && line.seq <= attempt.after_seq,
  );
  const balance =
    household.wallet_opening_cents -
    total(earlier.map(({ estimate }) => estimate)) -
    valueAtNominal(product, attempt.qty_milli);
  return {
    id: attempt.id,
    accepted: balance >= network.network.wallet_floor_cents,
    balance_after_cents: balance,
  };
}

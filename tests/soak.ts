/**
 * `npm run soak -- [NAME] [--seed N] [--requests N]`: the trials of the journeys at full size, all
 * of them or one by its name. Exits 1 when a law was broken, and names the seed to repeat it.
 */
import { parseArgs } from "node:util";
import { openRunningMarket } from "./running-market.ts";
import { hostile } from "./trials/hostile.ts";
import { hungUp } from "./trials/hung-up.ts";
import { kills } from "./trials/kills.ts";
import { kWalk } from "./trials/k-walk.ts";
import { lastUnit } from "./trials/last-unit.ts";
import { repeats } from "./trials/repeats.ts";
import { roughClients } from "./trials/rough-clients.ts";
import { roundTrips } from "./trials/round-trips.ts";
import { sentSoon } from "./trials/sent-soon.ts";
import { strangers } from "./trials/strangers.ts";
import { timeStands } from "./trials/time-stands.ts";
import type { Trial, TrialSize } from "./trials/trial.ts";

interface FullSize {
  readonly most: number;
  run(size: TrialSize): Promise<void>;
}

const soaks: Readonly<Record<string, FullSize>> = {
  "hung-up": { most: 2000, run: onItsOwn(hungUp) },
  "last-unit": { most: 50, run: onItsOwn(lastUnit) },
  repeats: { most: 500, run: onItsOwn(repeats) },
  "k-walk": { most: Number.MAX_SAFE_INTEGER, run: onItsOwn(kWalk) },
  fuzz: { most: 10_000, run: onItsOwn(hostile) },
  "rough-clients": { most: 1, run: onItsOwn(roughClients) },
  strangers: { most: 1, run: onItsOwn(strangers) },
  "round-trips": { most: 1, run: onItsOwn(roundTrips) },
  "time-stands": { most: 1, run: onItsOwn(timeStands, null) },
  "sent-soon": { most: 200, run: onItsOwn(sentSoon, null) },
  kills: { most: 200, run: kills },
};

/** A trial on a market of its own, gone afterwards; `null` runs it on real time. */
function onItsOwn(trial: Trial, startsAt?: null): (size: TrialSize) => Promise<void> {
  return async (size) => {
    const market = await openRunningMarket(startsAt);
    try {
      await trial(market, size);
    } finally {
      await market.close();
    }
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string" }, requests: { type: "string" } },
});
const seed = Number(values.seed ?? 1 + Math.floor(Math.random() * 0x7fff_fffe));
const names = positionals.length > 0 ? positionals : Object.keys(soaks);
for (const name of names) await soak(name);

async function soak(name: string): Promise<void> {
  const trial = soaks[name];
  if (trial === undefined) {
    console.error(`No soak is called ${name}. There are: ${Object.keys(soaks).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  const most = values.requests === undefined ? trial.most : Number(values.requests);
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    await trial.run({ seed, most, say: (line) => console.log(`${name}: ${line}`) });
    console.log(`${name}: passed in ${seconds()}, seed ${seed}`);
  } catch (error) {
    console.error(`${name}: failed after ${seconds()}; repeat with --seed ${seed}`);
    console.error(error);
    process.exitCode = 1;
  }
}

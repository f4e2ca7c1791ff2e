import type { Keyring } from "#host/passkeys/keyring.ts";
import type { Send } from "./client.ts";
import { deliver, openCycle } from "./delivery.ts";
import { placeOrders } from "./ordering.ts";
import { readCycle, readWallets } from "./readings.ts";
import { weekResult } from "./result.ts";
import { setUpNetwork } from "./set-up.ts";
import type { Week } from "./week-files.ts";

/** Where a week is played: an empty network that the set-up token opens. */
export interface Stage {
  readonly send: Send;
  readonly setupToken: string;
  /** Where the first officer's passkey goes, which signs the close. */
  readonly keys: Keyring;
  /** A name for this run: its keys begin with it. */
  readonly run: string;
  now(): number;
  /** Lets what was left to send be sent: captures, above all. */
  settleDown(): Promise<void>;
}

/**
 * Plays a sales week through the public API, from setting up the network to the books, and tells
 * what came out in the form of `expected.json` (DESIGN §7, RULES.md).
 * @throws ApiRefused when the API says no where the week's files promise a yes.
 */
export async function playWeek(week: Week, stage: Stage) {
  const { send } = stage;
  const { client, names } = await setUpNetwork(send, stage, week);
  const openings = await readWallets(client, week, names);
  const cycle = await openCycle(client, week, names, stage.now());
  const ordered = await placeOrders(client, week, names, cycle);
  await deliver(client, week, { cycle, ordered });
  await stage.settleDown();
  const readings = await readCycle(client, week, names, cycle.id);
  return weekResult({ week, names, cycle, ordered, openings, readings });
}

import type { Keyring } from "#host/passkeys/keyring.ts";
import type { SoftwarePasskey } from "#host/passkeys/software-passkey.ts";
import type { Client, Send } from "#host/week/client.ts";

/** Where the demo is played: an empty network whose clock can be moved. */
export interface Stage {
  readonly send: Send;
  /** Opens the empty network, once. */
  readonly setupToken: string;
  /** Where the first officer's passkey goes. */
  readonly keys: Keyring;
  readonly clock: { now(): number; set(ms: number): void };
  /** Runs what is due: jobs and after-effects. */
  tick(): Promise<void>;
  /** What the network has sent so far, newest first. */
  letters(): readonly { readonly to: string; readonly text: string }[];
}

/** The API's identifiers by the demo's own codes. */
export interface DemoNames {
  readonly hub: string;
  readonly courier: string;
  readonly places: ReadonlyMap<string, string>;
  /** Pickup point or window → the slot in which its crates are handed over. */
  readonly slots: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly producers: ReadonlyMap<string, string>;
  readonly pools: ReadonlyMap<string, string>;
  /** Product → the size it is sold in. */
  readonly variants: ReadonlyMap<string, string>;
  readonly households: ReadonlyMap<string, string>;
}

/** Who can be anybody of the demo: their keys, and what they are in the members' book. */
export interface DemoPeople {
  /** By the codes of persons. */
  readonly passkeys: Map<string, SoftwarePasskey>;
  /** By the codes of members. */
  readonly members: ReadonlyMap<string, string>;
}

/** The demo's network while it is being told: who speaks, and what is called how. */
export interface Told {
  readonly client: Client;
  readonly names: DemoNames;
  /** The passkey of the first officer. */
  readonly founder: SoftwarePasskey;
}

/** @throws when the cast names something that was never made. */
export function named(names: ReadonlyMap<string, string>, code: string): string {
  const found = names.get(code);
  if (found === undefined) throw new Error(`the demo has nothing called ${code}`);
  return found;
}

/** What was made, by its code. Order does not matter here, so eight are made at a time. */
export async function eachMade<T extends { readonly code: string }>(
  entries: readonly T[],
  make: (entry: T) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  await eightAtATime(entries, async (entry) => {
    made.set(entry.code, await make(entry));
  });
  return made;
}

/** Does `act` for every entry, at most eight at a time; the first failure ends it. */
export async function eightAtATime<T>(
  entries: readonly T[],
  act: (entry: T) => Promise<unknown>,
): Promise<void> {
  const waiting = entries.values();
  const work = async (): Promise<void> => {
    for (const entry of waiting) await act(entry);
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

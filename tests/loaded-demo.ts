import { type DemoSecrets, loadDemo } from "#host/load-demo.ts";
import type { Send } from "#host/week/client.ts";
import { type Doubles, openDoubles } from "./doubles.ts";
import { type Market, openMarket } from "./market.ts";

/** A market that plays the demo, with what opens it. */
export interface LoadedDemo extends DemoSecrets {
  readonly market: Market;
  readonly doubles: Doubles;
  close(): Promise<void>;
}

/**
 * Plays the demo, its past included, through the app in this process, up to an instant. A refusal
 * anywhere ends it: the API must only say yes.
 */
export async function openLoadedDemo(until: number): Promise<LoadedDemo> {
  const doubles = await openDoubles();
  const market = await openMarket(Date.UTC(2026, 0, 1), doubles);
  const send: Send = async ({ method, path, token, cookie, key, body, assertion }) => {
    const signed = assertion === undefined ? {} : { "Passkey-Assertion": assertion };
    const spoken = cookie === undefined ? {} : { Cookie: cookie };
    const answer = await market.call<unknown>(method, path, {
      key,
      headers: { ...signed, ...spoken },
      ...(token === "" ? {} : { token }),
      ...(body === undefined ? {} : { body }),
    });
    const kept = answer.headers.get("Set-Cookie")?.replace(/;.*/, "");
    return { status: answer.status, body: answer.body, ...(kept ? { cookie: kept } : {}) };
  };
  const clock = { now: () => market.time.now, set: (ms: number) => (market.time.now = ms) };
  const setupToken = market.env.SETUP_TOKEN ?? "";
  const began = performance.now();
  const steps: string[] = [];
  const tick = () => market.tick();
  const letters = () => doubles.mailbox.messages();
  const stage = { send, setupToken, keys: market.keys, clock, tick, letters };
  const say = (step: string) => steps.push(`${Math.round(performance.now() - began)} ms ${step}`);
  const made = await loadDemo(stage, until, { say });
  process.stdout.write(`the demo, loaded in process:\n${steps.join("\n")}\n`);
  const close = async () => {
    await market.close();
    await doubles.close();
  };
  return { ...made, market, doubles, close };
}

/** A cycle as the API lists it. */
export interface Cycle {
  readonly id: string;
  readonly state: string;
  readonly closesAt: number;
  readonly orders: number;
}

/** An offer as the shelf shows it. */
export interface Offer {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly kind: "piece" | "kg" | "variable";
  readonly boxUnits: number;
  readonly category: { readonly id: string };
  readonly producer: { readonly town: string };
  readonly leftMilli: number | null;
}

/** How far a producer is from its minimum and its boxes. */
export interface Progress {
  readonly name: string;
  readonly missingCents: number;
  readonly offers: readonly {
    readonly offerId: string;
    readonly box: { readonly missingMilli: number } | null;
  }[];
}

/** Somebody of the demo, as officers see them. */
export interface Seen {
  readonly name: string;
  readonly state: string;
  readonly passkeys: number;
  readonly roles: readonly { readonly role: string }[];
}

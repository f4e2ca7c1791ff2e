/** How much of one kind of request is a flood. docs/security.md tells why these figures. */
export interface RateClass {
  /** The platform's binding that counts; `wrangler.toml` and the host bind it by this name. */
  readonly binding: "RATE_READS" | "RATE_WRITES" | "RATE_TOKENS" | "RATE_MACHINE";
  /** Requests from one sender in `PERIOD_SECONDS`. */
  readonly most: number;
  /** How many requests an isolate lets by between two questions to the binding. */
  readonly step: number;
}

/** How long the platform counts. */
export const PERIOD_SECONDS = 10 as const;

export const RATE_CLASSES = {
  /** Somebody who reads, by address. A school or a block of flats may share one. */
  reads: { binding: "RATE_READS", most: 600, step: 20 },
  /** Somebody who changes something and shows no token, by address. */
  writes: { binding: "RATE_WRITES", most: 120, step: 1 },
  /** A program with a bearer token: by token, and by address whatever tokens it shows. */
  tokens: { binding: "RATE_TOKENS", most: 20_000, step: 200 },
  /** What comes without an address: only programs of this machine, where no proxy is named. */
  machine: { binding: "RATE_MACHINE", most: 50_000, step: 500 },
} as const satisfies Record<string, RateClass>;

export type RateName = keyof typeof RATE_CLASSES;

/** What the binding counts to: questions, of which each stands for `step` requests. */
export function bindingLimit({ most, step }: RateClass): number {
  return Math.floor(most / step);
}

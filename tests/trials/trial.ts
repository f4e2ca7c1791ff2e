import type { RunningMarket } from "#tests/running-market.ts";

/** How large a trial is run: small by `npm test`, at full size by `npm run soak`. */
export interface TrialSize {
  readonly seed: number;
  /** How many rounds, requests, kills or points of failure; what it counts is the trial's own. */
  readonly most: number;
  /** Where figures are told. */
  readonly say: (line: string) => void;
}

/** A law that is tried out on a running market; it throws at the first contradiction. */
export type Trial = (market: RunningMarket, size: TrialSize) => Promise<void>;

/** The time of a host, in milliseconds UTC. A real clock refuses to be moved. */
export interface HostClock {
  now(): number;
  /** @throws on the real clock, and on a step back: time only goes on. */
  set(ms: number): void;
  advance(ms: number): void;
  /** True when the Workers must be told the time by a CLOCK binding. */
  readonly isMovable: boolean;
}

/** The machine's own clock. */
export const realClock: HostClock = {
  now: () => Date.now(),
  set: refuse,
  advance: refuse,
  isMovable: false,
};

function refuse(): never {
  throw new Error("this host runs on real time");
}

/** A clock for tests, demo and week: it stands at `start` until it is moved. */
export function movableClock(start: number): HostClock {
  let now = start;
  const set = (ms: number): void => {
    if (!Number.isSafeInteger(ms) || ms < now) throw new Error(`time cannot go to ${ms}`);
    now = ms;
  };
  return { now: () => now, set, advance: (ms) => set(now + ms), isMovable: true };
}

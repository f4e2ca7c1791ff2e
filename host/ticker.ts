/** Fires what is due once a minute, never twice at a time. */
export interface Ticker {
  /** Fires now, after whatever is being fired; rejects when that fails. */
  tick(): Promise<void>;
  /** Ends, after what is being fired. */
  stop(): Promise<void>;
}

/**
 * Calls `fire` at each full minute of real time. Failures of these calls go to `report`: the next
 * minute tries again, for what is due is worked out from facts.
 */
export function startTicker(options: {
  readonly fire: () => Promise<void>;
  readonly report: (error: unknown) => void;
  /** False where time is moved by hand and `tick` is called by hand. */
  readonly everyMinute: boolean;
}): Ticker {
  let last: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const tick = (): Promise<void> => {
    const next = last.then(options.fire);
    last = next.catch(ignore);
    return next;
  };
  const wait = (): void => {
    timer = setTimeout(
      () => {
        tick().catch(options.report);
        wait();
      },
      60_000 - (Date.now() % 60_000),
    );
  };
  if (options.everyMinute) wait();
  return {
    tick,
    async stop() {
      clearTimeout(timer);
      await last;
    },
  };
}

// Whoever asked for that tick has the failure already.
function ignore(): void {}

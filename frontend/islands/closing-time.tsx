import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { instant } from "#domain/kernel/instant.ts";
import { formatFor, type Lang } from "#frontend/texts/format.ts";
import { island } from "./island.tsx";
import { announce } from "./wake.ts";

interface ClosingTimeProps {
  readonly lang: Lang;
  /** When orders close; milliseconds UTC. */
  readonly closesAt: number;
  /** How long that was when the page was written, and the most that it can have been. */
  readonly words: string;
  readonly mostMs: number;
  /** Said when the time has come. */
  readonly over: string;
}

/** A clock that differs by more than this from the server's is wrong. */
const MAY_DIFFER_MS = 60_000;
/** Often enough for minutes to be true. */
const EVERY_MS = 10_000;

/**
 * How long orders are still open, by the reader's own clock where it agrees with the server's.
 * The server alone decides.
 */
export const ClosingTime = island("closing-time", ({ closesAt, ...say }: ClosingTimeProps) => {
  const { lang, words, mostMs, over } = say;
  const said = useSignal(words);
  useEffect(() => {
    const left = closesAt - wallClock();
    if (left <= 0 || left > mostMs + MAY_DIFFER_MS) return undefined;
    const tick = () => {
      const now = wallClock();
      if (now < closesAt) {
        said.value = formatFor(lang).left(instant(now), instant(closesAt));
        return;
      }
      clearInterval(timer);
      said.value = over;
      announce(over);
    };
    const timer = setInterval(tick, EVERY_MS);
    tick();
    return () => clearInterval(timer);
  }, [closesAt]);
  return <span class="small">{said.value}</span>;
});

function wallClock(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}

import { useEffect } from "preact/hooks";
import { readParts } from "#frontend/api.ts";
import { island } from "./island.tsx";
import { follow } from "./wake.ts";

/** How far a plan is, in the words of the page. */
export interface PlanProgressProps {
  /** The id of the island that it is. */
  readonly id: string;
  /** Of a thousand. */
  readonly thousandths: number;
  readonly said: string;
}

const EVERY_MS = 2000;

/**
 * A plan that is being made: while somebody looks, the page is asked how far it is, and loaded anew
 * once it says nothing of it any more.
 */
export const PlanProgress = island("plan-progress", (props: PlanProgressProps) => {
  const { id, thousandths, said } = props;
  useEffect(() => {
    const timer = window.setInterval(() => void look(id), EVERY_MS);
    return () => clearInterval(timer);
  }, [id]);
  return (
    <>
      <p>{said}</p>
      <progress max={1000} value={thousandths} aria-label={said} />
    </>
  );
});

async function look(id: string): Promise<void> {
  if (document.visibilityState !== "visible") return;
  const read = await readParts(location.href, "");
  if (read === null) return;
  if (Object.hasOwn(read.parts.islands, id)) follow(read.parts);
  // Without what the address says was asked for: it is there now.
  else location.replace(location.pathname);
}

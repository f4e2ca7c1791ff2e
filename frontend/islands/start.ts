import { keepOffline } from "./keep-offline.ts";
import { islands } from "./registry.ts";

/**
 * Wakes the islands of a page, each when it is to be: what makes them live is loaded then, and not
 * before. A page that has none does not load this.
 */
for (const root of document.querySelectorAll<HTMLElement>("f-island")) schedule(root);
if ("serviceWorker" in navigator) whenIdle(() => void keepOffline());

function schedule(root: HTMLElement): void {
  const { when } = root.dataset;
  if (when === "visible") whenSeen(root);
  else if (when === "idle") whenIdle(() => void start(root));
  else void start(root);
}

/** An island takes no room itself: what it drew is looked at. */
function whenSeen(root: HTMLElement): void {
  const drawn = root.lastElementChild;
  if (drawn === null) return;
  const seen = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting !== true) return;
    seen.disconnect();
    void start(root);
  });
  seen.observe(drawn);
}

/** Safari has no idle callback: there it is a moment later. */
function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(then, { timeout: 2000 });
  else setTimeout(then, 200);
}

async function start(root: HTMLElement): Promise<void> {
  const load = islands[root.dataset["island"] ?? ""];
  if (load === undefined) return;
  const [{ wake }, draw] = await Promise.all([import("./wake.ts"), load()]);
  wake(root, draw);
}

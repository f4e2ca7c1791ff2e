import { readParts } from "#frontend/api.ts";
import { follow } from "./wake.ts";

/** How often what others do is asked for while somebody looks at it. */
const EVERY_MS = 15_000;

const watched = new Set<string>();
let timer = 0;
let tag = "";

/** Keeps the moving parts of this page up to date for as long as an island asks for it. */
export function watchPage(id: string): () => void {
  watched.add(id);
  if (watched.size === 1) {
    timer = window.setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
  }
  return () => {
    watched.delete(id);
    if (watched.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** One question for all of them, and none while nobody looks. */
function look(): void {
  if (document.visibilityState === "visible" && [...watched].some(isInView)) void ask();
}

async function ask(): Promise<void> {
  const read = await readParts(location.href, tag);
  if (read === null) return;
  tag = read.tag;
  follow(read.parts);
}

/** The island itself takes no room: what it drew is looked at. */
function isInView(id: string): boolean {
  const drawn = document.querySelector(`#${CSS.escape(id)}`)?.lastElementChild;
  const place = drawn?.getBoundingClientRect();
  return place !== undefined && place.bottom > 0 && place.top < window.innerHeight;
}

import { readFile } from "#frontend/api.ts";
import { formatFor, type Lang } from "#frontend/texts/format.ts";
import type { RecountOrder, RecountTold } from "#frontend/threads/recount-vote.ts";

/** What came of asking for a recount; `unreachable`: the file or the program did not come. */
export type Told = RecountTold | { readonly kind: "unreachable" };

/** Words for each of them; `#` is the number of ballots, or what is wrong. */
export interface RecountWords {
  readonly working: string;
  readonly same: string;
  readonly other: string;
  readonly unread: string;
  readonly unreachable: string;
  /** What an entry is called, by the verifier's name for it. */
  readonly entries: Readonly<Record<string, string>>;
  /** What can be wrong with one, by how the verifier begins to say it. */
  readonly faults: Readonly<Record<string, string>>;
  readonly otherFault: string;
}

/**
 * Counts a vote again in a thread of its own, so that the page stays awake.
 * @param thread the address of `frontend/threads/recount-vote.ts`, loaded now and not before
 */
export async function recount(
  thread: string,
  asked: { readonly href: string } | { readonly file: Blob },
): Promise<Told> {
  if ("file" in asked) return inThread(thread, asked);
  const text = await readFile(asked.href);
  return text === null ? { kind: "unreachable" } : inThread(thread, { text });
}

function inThread(thread: string, order: RecountOrder): Promise<Told> {
  const running = new Worker(thread, { type: "module" });
  return new Promise<Told>((resolve) => {
    running.addEventListener("message", ({ data }: MessageEvent<RecountTold>) => resolve(data));
    running.addEventListener("error", () => resolve({ kind: "unreachable" }));
    running.postMessage(order, []);
  }).finally(() => running.terminate());
}

/** What it came to, in the reader's words. */
export function toldWords(say: RecountWords, told: Told, lang: Lang): string {
  if (told.kind === "same") return say.same.replace("#", formatFor(lang).count(told.ballots));
  return told.kind === "other" ? say.other.replace("#", foundWords(say, told)) : say[told.kind];
}

/** "scheda 10: il contenuto è stato cambiato…". */
function foundWords(
  { entries, faults, otherFault }: RecountWords,
  { entry, fault }: { readonly entry: string; readonly fault: string },
): string {
  const [, name = entry, place = ""] = /^(.*?)( \d+)?$/.exec(entry) ?? [];
  const begun = Object.keys(faults).find((one) => fault.startsWith(one));
  const what = begun === undefined ? otherFault : faults[begun];
  return `${entries[name] ?? name}${place}: ${what}.`;
}

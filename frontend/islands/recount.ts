import { formatFor, type Lang } from "#frontend/texts/format.ts";

/** What a recount is asked: an address of this site, or a file that was chosen. */
export type RecountAsked = { readonly href: string } | { readonly file: Blob };

/** What a recount answers; `said` is the verifier's own words of what is wrong. */
export type RecountTold =
  | { readonly kind: "same"; readonly ballots: number }
  | { readonly kind: "other"; readonly said: string }
  | { readonly kind: "unread" }
  | { readonly kind: "unreachable" };

/** Words for each of them; `#` is the number of ballots, or what is wrong. */
export interface RecountWords {
  readonly working: string;
  readonly same: string;
  readonly other: string;
  readonly unread: string;
  readonly unreachable: string;
}

/** Counts again in a thread of its own, so that the page stays awake. */
export function recount(worker: string, asked: RecountAsked): Promise<RecountTold> {
  const thread = new Worker(worker, { type: "module" });
  return new Promise<RecountTold>((resolve) => {
    thread.addEventListener("message", ({ data }: MessageEvent<RecountTold>) => resolve(data));
    thread.addEventListener("error", () => resolve({ kind: "unreachable" }));
    thread.postMessage(asked, []);
  }).finally(() => thread.terminate());
}

/** What it came to, in the reader's words. */
export function toldWords(say: RecountWords, told: RecountTold, lang: Lang): string {
  if (told.kind === "same") return say.same.replace("#", formatFor(lang).count(told.ballots));
  return told.kind === "other" ? say.other.replace("#", told.said) : say[told.kind];
}

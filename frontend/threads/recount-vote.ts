import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import { recountVote } from "#domain/governance/recount/recount-vote.ts";

/** A published vote: its text, or the file that was chosen, which never leaves the device. */
export type RecountOrder = { readonly text: string } | { readonly file: Blob };

/** What a recount came to: the first entry that is wrong, in the verifier's own words. */
export type RecountTold =
  | { readonly kind: "same"; readonly ballots: number }
  | { readonly kind: "other"; readonly entry: string; readonly fault: string }
  /** It is no vote, or half of one. */
  | { readonly kind: "unread" };

/**
 * Counts a published vote again in a thread of the reader's own browser: with the function that the
 * market counted it with, and without the market.
 */
addEventListener("message", ({ data }: MessageEvent<RecountOrder>) => void answer(data));

async function answer(order: RecountOrder): Promise<void> {
  const told = recounted("text" in order ? order.text : await order.file.text());
  postMessage(told, { transfer: [] });
}

/** What has not the form of a vote cannot be counted, whatever it is. */
function recounted(text: string): RecountTold {
  try {
    const vote = JSON.parse(text) as Partial<ExportedVote>;
    if (vote.kind !== "vote" || !Array.isArray(vote.ballots)) return { kind: "unread" };
    const recount = recountVote(vote as ExportedVote);
    return recount.ok
      ? { kind: "same", ballots: vote.ballots.length }
      : { kind: "other", entry: recount.entry, fault: recount.fault };
  } catch {
    return { kind: "unread" };
  }
}

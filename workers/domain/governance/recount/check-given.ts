import type { ExportedVote } from "./exported-vote.ts";
import type { Fault } from "./fault.ts";

/**
 * Whether tokens of a blind vote were given to members who may vote, one each, and no more are said
 * to have voted. Whose a row is only its member can tell: they see whether somebody took a token
 * in their name.
 */
export function checkGiven({ call, given, voted, electorate }: ExportedVote): Fault | null {
  const isBlind = call.secrecy === "blind";
  if (isBlind !== (given !== undefined)) return fault("is of another kind of vote");
  if (given === undefined) return null;
  const may = new Set(electorate.flatMap((row) => (row.reason === "" ? [row.digest] : [])));
  const isInOrder = given.every((digest, at) => at === 0 || (given[at - 1] ?? "") < digest);
  if (!isInOrder) return fault("has somebody twice, or out of order");
  if (!given.every((digest) => may.has(digest))) return fault("has somebody who may not vote");
  return given.length === voted ? null : fault("is not as many as have voted");
}

function fault(words: string): Fault {
  return { entry: "given", fault: words };
}

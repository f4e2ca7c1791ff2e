import { choiceOf } from "#frontend/ui/typed-choice.ts";
import type { Method } from "#domain/governance/policy/policy.ts";
import { sendAsNobody } from "#frontend/api.ts";
import { keep, type Kept } from "./token-drawer.ts";

/** The vote of one member, and what its tokens are signed with. */
export interface BlindVote {
  readonly proposalId: string;
  readonly callNumber: number;
  readonly method: Method;
  readonly tokenKey: string;
  readonly memberId: string;
  readonly byMemberId: string;
}

const addressOf = ({ proposalId }: BlindVote, what: string) =>
  `/api/v1/proposals/${proposalId}/${what}`;

/**
 * Takes the token of a vote. What was blinded is kept before anybody is asked, so that a lost
 * answer is asked for once more and not instead.
 * @returns what is kept now, or the code of what went wrong
 */
export async function takeToken(vote: BlindVote, before: Kept | null): Promise<Kept | string> {
  const { tokenKey, callNumber, memberId, byMemberId } = vote;
  try {
    const [{ blindTracker, finishToken }, { askToken }] = await Promise.all([
      import("./blind-token.ts"),
      import("./ask-token.ts"),
    ]);
    const asked =
      before?.state === "asked"
        ? before
        : ({
            state: "asked",
            key: crypto.randomUUID(),
            ...(await blindTracker(tokenKey, vote)),
          } as const);
    keep(vote, memberId, asked);
    const body = { callNumber, memberId, byMemberId, blinded: asked.blinded };
    const came = await askToken(addressOf(vote, "blind-tokens"), asked.key, body);
    if (came.kind === "refused") return came.code;
    const token = await finishToken(tokenKey, vote, asked, came.signature);
    const held = { state: "held", tracker: asked.tracker, token } as const;
    keep(vote, memberId, held);
    return held;
  } catch {
    return "failed";
  }
}

/**
 * Casts what the boxes say, as nobody. The token stays until an answer has come: a ballot that was
 * counted without one is told by "token-used".
 */
export async function castWith(
  vote: BlindVote,
  held: Kept | null,
  said: URLSearchParams,
): Promise<Kept | string> {
  if (held?.state !== "held") return "failed";
  const choice = choiceOf(vote.method, said);
  if (!choice.ok) return choice.refusal.code;
  const { callNumber, memberId } = vote;
  const { tracker, token } = held;
  const body = { callNumber, tracker, token, choice: choice.value };
  const address = addressOf(vote, "blind-ballots");
  const told = await sendAsNobody(address, crypto.randomUUID(), body);
  if (told.kind === "lost") return "lost";
  // The answer to an earlier try was lost on its way: the ballot is in the box.
  if (told.kind === "refused" && told.code !== "token-used") return told.code;
  const cast = { state: "cast", tracker } as const;
  try {
    keep(vote, memberId, cast);
  } catch {
    // The ballot is in the box, whatever this browser keeps.
    return cast;
  }
  return cast;
}

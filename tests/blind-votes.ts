import { type BlindToken, tokenText } from "#domain/governance/ballots/token.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { openBlindKeys } from "#ports/blind-keys.ts";
import { openDatabase } from "#ports/database.ts";
import { insertGiven } from "#store/blind-tokens.ts";
import { useVote } from "#store/casting.ts";
import { blind } from "./blind-tokens.ts";
import type { OpenCall } from "./calls.ts";
import type { Market, Sent } from "./market.ts";
import type { AdmittedMember } from "./members.ts";
import { newTracker } from "./secret-votes.ts";

/** With tokens: who was given one is known, and whose a ballot is nobody can tell. */
export const BLINDLY: Partial<Policy> = {
  secrecy: "blind",
  mayRevote: false,
  ownBeatsProxy: false,
};

type Opened = Pick<Market, "database" | "env">;

/** What somebody can vote with once. */
export interface HeldToken {
  readonly tracker: string;
  readonly token: BlindToken;
}

/** A tracker, blinded for a call as a browser does it. */
export function blindedFor(call: OpenCall, tracker = newTracker()) {
  return blind(call.tokenKey ?? "", call, tracker);
}

/** Asks for the token of somebody's vote. */
export function askToken(
  market: Pick<Market, "call">,
  call: OpenCall,
  by: AdmittedMember,
  {
    body = {},
    sent = {},
  }: { readonly body?: Readonly<Record<string, unknown>>; readonly sent?: Sent },
) {
  return market.call<{ given: boolean; signature: string; code?: string }>(
    "POST",
    `/api/v1/proposals/${call.proposalId}/blind-tokens`,
    { ...by.sent, ...sent, body: { callNumber: 1, memberId: by.memberId, ...body } },
  );
}

/** Asks for the token of somebody's vote, and takes the blinding away. */
export async function heldToken(
  market: Pick<Market, "call">,
  call: OpenCall,
  by: AdmittedMember,
): Promise<HeldToken> {
  const { tracker, blinded, finish } = await blindedFor(call);
  const { status, body } = await askToken(market, call, by, { body: { blinded } });
  if (status !== 201) throw new Error(`no token: ${body.code}`);
  return { tracker, token: await finish(body.signature) };
}

/** The same without asking: as if somebody had asked, and the blinding were off already. */
export async function tokenGiven(
  market: Opened,
  call: OpenCall,
  { memberId }: AdmittedMember,
): Promise<HeldToken> {
  const box = { proposalId: call.proposalId, callNumber: call.callNumber };
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = market.env;
  const given = [useVote(box, memberId), insertGiven(box, memberId, "17".repeat(256))];
  const written = await openDatabase({ url, token }).write(given);
  if (written.kind !== "committed") throw new Error(`not given: ${JSON.stringify(written)}`);
  return tokenSigned(market, call);
}

/** A token that whoever holds the network's secret can sign for nobody. */
export async function tokenSigned(market: Opened, call: OpenCall): Promise<HeldToken> {
  const sql = "SELECT locked_key FROM token_lock WHERE proposal_id = ?";
  const lockedKey = String(market.database.prepare(sql).pluck().all([call.proposalId])[0]);
  const tracker = newTracker();
  const prefix = newTracker()
    .replace(/[^0-9a-f]/g, "0")
    .padEnd(64, "a");
  const keys = openBlindKeys(market.env.SECRET_KEY);
  const key = { modulus: call.tokenKey ?? "", lockedKey };
  const signature = await keys.signText(key, prefix, tokenText(call, tracker));
  return { tracker, token: { prefix, signature } };
}

/** Casts a ballot as nobody, with a token. */
export function castBlindly(
  market: Pick<Market, "call">,
  call: Pick<OpenCall, "proposalId">,
  held: HeldToken,
  {
    body = {},
    sent = {},
  }: { readonly body?: Readonly<Record<string, unknown>>; readonly sent?: Sent } = {},
) {
  return market.call<{
    counted: boolean;
    receipt: { tracker: string; digest: string } | null;
    code?: string;
  }>("POST", `/api/v1/proposals/${call.proposalId}/blind-ballots`, {
    ...sent,
    body: { callNumber: 1, choice: { vote: "yes" }, ...held, ...body },
  });
}

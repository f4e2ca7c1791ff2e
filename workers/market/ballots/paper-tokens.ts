import type { Receipt } from "#domain/governance/ballots/ballot.ts";
import { tokenText } from "#domain/governance/ballots/token.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Ports } from "#market/edge/env.ts";
import { tokenKeyOf } from "#store/blind-tokens.ts";
import type { Box } from "#store/calls.ts";
import { readBatch } from "#store/statement.ts";

/** Characters of a tracker or a mark. */
const RANDOM_LENGTH = 26;

/**
 * Tokens for the papers of a blind vote: nobody was given them, so the network signs them itself,
 * as many as two scrutineers entered; the members who wrote the papers count as having a token.
 */
export async function paperTokens(
  { database, ids, blindKeys }: Pick<Ports, "database" | "ids" | "blindKeys">,
  box: Box,
  count: number,
): Promise<readonly Receipt[]> {
  const { key } = await readBatch(database, { key: tokenKeyOf(box) });
  invariant(key !== null, "a blind vote has a key");
  const trackers = Array.from({ length: count }, () => ids.secret().slice(0, RANDOM_LENGTH));
  return Promise.all(
    trackers.map(async (tracker) => {
      const prefix = digestOfText(ids.secret());
      const signature = await blindKeys.signText(key, prefix, tokenText(box, tracker));
      return { tracker, token: { prefix, signature } };
    }),
  );
}

import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row } from "#ports/database.ts";
import { keptChoice } from "./ballots.ts";
import { instantAt, integer, text } from "./cells.ts";
import type { Which } from "./proposals.ts";
import type { Loader } from "./statement.ts";

/** What is found under a tracker. */
export interface FoundReceipt {
  readonly secrecy: "open" | "secret";
  readonly callNumber: number;
  readonly digest: Digest;
  /** When the vote closes as it stands. */
  readonly closesAt: Instant;
  /** Of an open ballot. */
  readonly ballot: { readonly choice: Choice; readonly castAt: Instant } | null;
  /** The seal over it, once there is one. */
  readonly seal: {
    readonly number: number;
    readonly root: Digest;
    readonly digest: Digest;
    readonly sealedAt: Instant;
  } | null;
}

const PROPOSAL = "SELECT id FROM proposal WHERE id = ?1 OR number = ?1";

/** Receipts are the first rows of a secret box, so its first seal is over all of them. */
const SQL = `SELECT 'open', b.call_number, b.digest, coalesce(c.extended_to, c.closes_at), b.choice,
    b.cast_at, s.number, s.root, s.digest, s.sealed_at
  FROM ballot b
    JOIN vote_call c ON c.proposal_id = b.proposal_id AND c.number = b.call_number
    LEFT JOIN ballot_seal s ON s.proposal_id = b.proposal_id AND s.call_number = b.call_number
      AND b.number BETWEEN s.from_row AND s.to_row
  WHERE b.tracker = ?2 AND b.proposal_id = (${PROPOSAL})
  UNION ALL
  SELECT 'secret', r.call_number, r.digest, coalesce(c.extended_to, c.closes_at), NULL,
    NULL, s.number, s.root, s.digest, s.sealed_at
  FROM vote_call c
    JOIN secret_receipt r ON r.proposal_id = c.proposal_id AND r.call_number = c.number
      AND r.tracker = ?2
    LEFT JOIN ballot_seal s ON s.proposal_id = r.proposal_id AND s.call_number = r.call_number
      AND s.number = 1
  WHERE c.proposal_id = (${PROPOSAL}) AND c.secrecy <> 'open'`;

/** What is in the boxes of a proposal under a tracker; null where nothing is. */
export function receiptBy(which: Which, tracker: string): Loader<FoundReceipt | null> {
  return {
    statement: { sql: SQL, args: [which, tracker] },
    parse: ([row]) => (row === undefined ? null : toReceipt(row)),
  };
}

function toReceipt(row: Row): FoundReceipt {
  const isOpen = text(row, 0) === "open";
  return {
    secrecy: isOpen ? "open" : "secret",
    callNumber: integer(row, 1),
    digest: text(row, 2) as Digest,
    closesAt: instantAt(row, 3),
    ballot: isOpen ? { choice: keptChoice(text(row, 4)), castAt: instantAt(row, 5) } : null,
    seal:
      row[6] === null
        ? null
        : {
            number: integer(row, 6),
            root: text(row, 7) as Digest,
            digest: text(row, 8) as Digest,
            sealedAt: instantAt(row, 9),
          },
  };
}

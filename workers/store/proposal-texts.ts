import {
  type ProposalFrame,
  type ProposalText,
  textDigest,
} from "#domain/governance/proposal/proposal-text.ts";
import type { WrittenText } from "#domain/governance/proposal/proposal.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { proposalVersion } from "#schema/proposals.ts";
import { instantAt, integer, text } from "./cells.ts";
import type { Which } from "./proposals.ts";
import { insertInto, type Loader } from "./statement.ts";

/** Another version of the text came in between. */
export const TEXT_CHANGED: readonly string[] = [
  "refused:text-changed",
  "proposal_version.proposal_id, proposal_version.version",
];

/** A version of a text, with its digest. */
export function insertText(
  written: { readonly proposalId: ProposalId; readonly version: number },
  said: ProposalText,
  frame: ProposalFrame,
  at: { readonly writtenAt: Instant; readonly writtenBy: string },
): Statement {
  return insertInto(proposalVersion, {
    ...written,
    title: said.title,
    body: said.body,
    actions: JSON.stringify(said.actions),
    options: JSON.stringify(said.options),
    digest: textDigest(said, frame, written),
    ...at,
  });
}

/** Every version of a proposal's text, in order, for its differences. */
export function textsOf(which: Which): Loader<WrittenText[]> {
  const column = typeof which === "number" ? "number" : "id";
  return {
    statement: {
      sql: `SELECT v.version, v.title, v.body, v.actions, v.options, v.digest, v.written_at
        FROM proposal p JOIN proposal_version v ON v.proposal_id = p.id
        WHERE p.${column} = ? ORDER BY v.version LIMIT 200`,
      args: [which],
    },
    parse: (rows) =>
      rows.map((row) => ({
        version: integer(row, 0),
        title: text(row, 1),
        body: text(row, 2),
        actions: JSON.parse(text(row, 3)) as ProposalText["actions"],
        options: JSON.parse(text(row, 4)) as ProposalText["options"],
        digest: text(row, 5) as Digest,
        writtenAt: instantAt(row, 6),
      })),
  };
}

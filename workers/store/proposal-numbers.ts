import type { ProposalId } from "#domain/kernel/ids.ts";
import { integer, text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** A proposal as people and as programs name it. */
export interface NumberedProposal {
  readonly id: ProposalId;
  readonly number: number;
}

/** Those of the proposals that have these numbers. */
export function proposalsNumbered(numbers: readonly number[]): Loader<readonly NumberedProposal[]> {
  return {
    statement: {
      sql: "SELECT id, number FROM proposal WHERE number IN (SELECT value FROM json_each(?))",
      args: [JSON.stringify(numbers)],
    },
    parse: (rows) =>
      rows.map((row) => ({ id: text(row, 0) as ProposalId, number: integer(row, 1) })),
  };
}

/** The numbers of the proposals on an assembly's agenda. */
export function proposalsOnAgenda(assembly: number): Loader<readonly NumberedProposal[]> {
  return {
    statement: {
      sql: `SELECT p.id, p.number FROM assembly a, json_each(a.agenda) AS item
          JOIN proposal p ON p.id = json_extract(item.value, '$.proposalId')
        WHERE a.number = ?`,
      args: [assembly],
    },
    parse: (rows) =>
      rows.map((row) => ({ id: text(row, 0) as ProposalId, number: integer(row, 1) })),
  };
}

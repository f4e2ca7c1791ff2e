import type { OfficeTerm, Organ } from "#domain/governance/assembly/offices.ts";
import type { AssemblyId, MemberId, OfficeTermId, ProposalId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { officeTerm } from "#schema/assemblies.ts";
import { text, textOrNull } from "./cells.ts";
import { insertInto, type Loader, updateById } from "./statement.ts";

export const OFFICE_HELD = "refused:office-held";
export const TERM_ENDED = "refused:term-ended";

/** How a term can end before its time. */
export type TermEnding = "resigned" | "removed" | "left";

/** A term as it is kept, with who holds it. */
export interface KeptTerm extends OfficeTerm {
  readonly id: OfficeTermId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly assemblyId: AssemblyId | null;
  readonly proposalId: ProposalId | null;
  readonly endedHow: TermEnding | null;
}

/** Every term there was, the newest first: few in the life of a cooperative. */
export function officeTerms(): Loader<readonly KeptTerm[]> {
  return {
    statement: {
      sql: `SELECT t.id, t.organ, t.member_id, t.from_day, t.to_day, t.ended_on, t.ended_how,
          t.assembly_id, t.proposal_id, coalesce(i.name, '')
        FROM office_term t LEFT JOIN member_identity i ON i.member_id = t.member_id
        ORDER BY t.from_day DESC, t.organ, i.name, t.id`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, 0) as OfficeTermId,
        organ: text(row, 1) as Organ,
        memberId: text(row, 2) as MemberId,
        from: text(row, 3) as CivilDate,
        to: text(row, 4) as CivilDate,
        endedOn: textOrNull(row, 5) as CivilDate | null,
        endedHow: textOrNull(row, 6) as TermEnding | null,
        assemblyId: textOrNull(row, 7) as AssemblyId | null,
        proposalId: textOrNull(row, 8) as ProposalId | null,
        name: text(row, 9),
      })),
  };
}

export function insertTerm(row: {
  readonly id: OfficeTermId;
  readonly organ: Organ;
  readonly memberId: MemberId;
  readonly assemblyId: AssemblyId | null;
  readonly proposalId: ProposalId | null;
  readonly fromDay: CivilDate;
  readonly toDay: CivilDate;
  readonly seatedAt: Instant;
  readonly seatedBy: string;
}): Statement {
  return insertInto(officeTerm, row);
}

export function endTerm(
  id: OfficeTermId,
  ended: { readonly on: CivilDate; readonly how: TermEnding; readonly by: string },
): Statement {
  const { on: endedOn, how: endedHow, by: endedBy } = ended;
  return updateById(officeTerm, id, { endedOn, endedHow, endedBy });
}

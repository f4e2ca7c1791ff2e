import type { Presence, WayToAttend } from "#domain/governance/assembly/attendance.ts";
import type { AssemblyId, MemberId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { assemblyMinutes, assemblyPresence } from "#schema/assemblies.ts";
import { instantAt, instantOrNull, integer, text, textOrNull } from "./cells.ts";
import { insertInto, type Loader } from "./statement.ts";

/** What the database says when somebody is there already, or everybody has gone home. */
export const PRESENT_ALREADY = "refused:present-already";
export const ASSEMBLY_HELD = "refused:assembly-held";
export const MINUTES_CHANGED = "refused:minutes-changed";
export const MINUTES_SEALED = "refused:minutes-sealed";

/** Somebody who took part, with how often they had come before and what they are called. */
export interface KeptPresence extends Presence {
  readonly memberId: MemberId;
  readonly holderId: MemberId | null;
  readonly nth: number;
  readonly name: string;
}

/** Who took part in an assembly, in the order in which they came. */
export function presencesOf(assemblyId: AssemblyId | number): Loader<readonly KeptPresence[]> {
  const which = typeof assemblyId === "number" ? "number" : "id";
  return {
    statement: {
      sql: `SELECT p.member_id, p.how, p.holder_id, p.arrived_at, p.left_at, p.nth,
          coalesce(i.name, '')
        FROM assembly a JOIN assembly_presence p ON p.assembly_id = a.id
          LEFT JOIN member_identity i ON i.member_id = p.member_id
        WHERE a.${which} = ? ORDER BY p.arrived_at, p.member_id`,
      args: [assemblyId],
    },
    parse: (rows) =>
      rows.map((row) => ({
        memberId: text(row, 0) as MemberId,
        how: text(row, 1) as WayToAttend,
        holderId: textOrNull(row, 2) as MemberId | null,
        arrivedAt: instantAt(row, 3),
        leftAt: instantOrNull(row, 4),
        nth: integer(row, 5),
        name: text(row, 6),
      })),
  };
}

export function insertPresence(row: {
  readonly assemblyId: AssemblyId;
  readonly memberId: MemberId;
  readonly nth: number;
  readonly how: WayToAttend;
  readonly holderId: MemberId | null;
  readonly arrivedAt: Instant;
}): Statement {
  return insertInto(assemblyPresence, row);
}

/** Somebody leaves, and with them everybody for whom they stood. */
export function writeDeparture(
  assemblyId: AssemblyId,
  memberId: MemberId,
  leftAt: Instant,
): Statement {
  return {
    sql: `UPDATE assembly_presence SET left_at = ?1 WHERE assembly_id = ?2 AND left_at IS NULL
      AND (member_id = ?3 OR holder_id = ?3)`,
    args: [leftAt, assemblyId, memberId],
  };
}

/** A version of the minutes. */
export interface Minutes {
  readonly version: number;
  readonly words: string;
  readonly writtenAt: Instant;
}

/** The last version of an assembly's minutes; null before there is any. */
export function lastMinutes(assemblyId: AssemblyId | number): Loader<Minutes | null> {
  const which = typeof assemblyId === "number" ? "number" : "id";
  return {
    statement: {
      sql: `SELECT m.version, m.words, m.written_at
        FROM assembly a JOIN assembly_minutes m ON m.assembly_id = a.id
        WHERE a.${which} = ? ORDER BY m.version DESC LIMIT 1`,
      args: [assemblyId],
    },
    parse: ([row]) =>
      row === undefined
        ? null
        : { version: integer(row, 0), words: text(row, 1), writtenAt: instantAt(row, 2) },
  };
}

export function insertMinutes(
  assemblyId: AssemblyId,
  { version, words, writtenAt }: Minutes,
  writtenBy: string,
): Statement {
  return insertInto(assemblyMinutes, { assemblyId, version, words, writtenAt, writtenBy });
}

import type { AssemblyKind } from "#domain/governance/assembly/assembly.ts";
import type {
  AgendaItem,
  Assembly,
  Called,
  Constituted,
  SealedMinutes,
} from "#domain/governance/assembly/record.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { AssemblyId, MemberId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { invariant } from "#domain/kernel/invariant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { assembly as assemblyTable } from "#schema/assemblies.ts";
import { instantAt, instantOrNull, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import type { Page } from "./page.ts";
import { firstOrNull, insertInto, type Loader, mapped, updateById } from "./statement.ts";

/** What the database says when a number was taken, or a deed came first. */
export const ASSEMBLY_EXISTS: readonly string[] = ["refused:assembly-exists", "assembly.number"];
export const ASSEMBLY_CHANGED = "refused:assembly-changed";

const ASSEMBLY = `SELECT id, number, kind, general_id, title, place, link, agenda, first_call_at,
    second_call_at, convened_at, constituted_call, constituted_at, constituted_with,
    constituted_of, chair_id, secretary_id, closed_at, cancelled_at, cancelled_reason,
    minutes_version, minutes_digest, minutes_sealed_at, version, delegates FROM assembly`;

/** Which assembly: by its id, as programs name it, or by its number, as pages do. */
export type WhichAssembly = AssemblyId | number;

export function assemblyBy(which: WhichAssembly): Loader<Assembly | null> {
  const column = typeof which === "number" ? "number" : "id";
  return firstOrNull({
    statement: { sql: `${ASSEMBLY} WHERE ${column} = ?`, args: [which] },
    parse: (rows) => rows.map(toAssembly),
  });
}

/** The assemblies, the last number first. Drafts are for those who prepare them. */
export function assemblyPage(asked: {
  readonly after: number | null;
  readonly limit: number;
}): Loader<Page<Assembly>> {
  const { after, limit } = asked;
  const statement = {
    sql: `${ASSEMBLY} WHERE number < ? ORDER BY number DESC LIMIT ?`,
    args: [after ?? Number.MAX_SAFE_INTEGER, limit + 1],
  };
  return mapped({ statement, parse: (rows) => rows.map(toAssembly) }, (rows) => {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? String(last.number) : null };
  });
}

/** The separate assemblies that send delegates to one, in the order in which they were convened. */
export function separateOf(general: WhichAssembly): Loader<readonly Assembly[]> {
  const column = typeof general === "number" ? "number" : "id";
  return {
    statement: {
      sql: `${ASSEMBLY} WHERE general_id = (SELECT id FROM assembly WHERE ${column} = ?)
        ORDER BY number`,
      args: [general],
    },
    parse: (rows) => rows.map(toAssembly),
  };
}

/** The number of the general assembly of a separate one; null where it is none. */
export function generalNumber(separate: number): Loader<number | null> {
  return {
    statement: {
      sql: `SELECT g.number FROM assembly a JOIN assembly g ON g.id = a.general_id
        WHERE a.number = ?`,
      args: [separate],
    },
    parse: ([row]) => (row === undefined ? null : integer(row, 0)),
  };
}

/** The number that the next assembly gets. */
export function nextAssembly(): Loader<number> {
  return {
    statement: { sql: "SELECT coalesce(max(number), 0) + 1 FROM assembly", args: [] },
    parse: ([row]) => Number(row?.[0] ?? 1),
  };
}

export function insertAssembly(
  called: Called & { readonly id: AssemblyId; readonly number: number; readonly at: Instant },
): Statement {
  const { agenda, at: preparedAt, ...row } = called;
  return insertInto(assemblyTable, {
    ...row,
    agenda: JSON.stringify(agenda),
    preparedAt,
    version: 1,
  });
}

/** What a deed writes of an assembly; whoever did it on an older version is refused. */
export interface AssemblyDeed extends Partial<Called> {
  readonly convenedAt?: Instant;
  readonly constituted?: Constituted;
  readonly closedAt?: Instant;
  readonly cancelled?: { readonly at: Instant; readonly reason: string };
  readonly sealed?: SealedMinutes & { readonly by: string };
}

export function writeAssembly(
  { id, version }: Pick<Assembly, "id" | "version">,
  { agenda, constituted, cancelled, sealed, ...row }: AssemblyDeed,
): Statement {
  return updateById(assemblyTable, id, {
    ...row,
    ...(agenda === undefined ? {} : { agenda: JSON.stringify(agenda) }),
    ...(constituted === undefined ? {} : constitution(constituted)),
    ...(cancelled === undefined
      ? {}
      : { cancelledAt: cancelled.at, cancelledReason: cancelled.reason }),
    ...(sealed === undefined
      ? {}
      : {
          minutesVersion: sealed.version,
          minutesDigest: sealed.digest,
          minutesSealedAt: sealed.at,
          minutesSealedBy: sealed.by,
        }),
    version: version + 1,
  });
}

function constitution({ call, at, present, electorate, chairId, secretaryId }: Constituted) {
  return {
    constitutedCall: call,
    constitutedAt: at,
    constitutedWith: present,
    constitutedOf: electorate,
    chairId,
    secretaryId,
  };
}

function toAssembly(row: Row): Assembly {
  const constituted = row[12] === null ? null : toConstituted(row);
  return {
    id: text(row, 0) as AssemblyId,
    number: integer(row, 1),
    kind: text(row, 2) as AssemblyKind,
    generalId: textOrNull(row, 3) as AssemblyId | null,
    delegates: integerOrNull(row, 24),
    title: text(row, 4),
    place: text(row, 5),
    link: textOrNull(row, 6),
    agenda: JSON.parse(text(row, 7)) as AgendaItem[],
    firstCallAt: instantAt(row, 8),
    secondCallAt: instantOrNull(row, 9),
    convenedAt: instantOrNull(row, 10),
    constitutedAt: constituted?.at ?? null,
    constituted,
    closedAt: instantOrNull(row, 17),
    cancelledAt: instantOrNull(row, 18),
    cancelledReason: textOrNull(row, 19),
    sealed: row[22] === null ? null : toSealed(row),
    version: integer(row, 23),
  };
}

function toConstituted(row: Row): Constituted {
  const call = integer(row, 11);
  invariant(call === 1 || call === 2, "an assembly is held at its first or its second call");
  return {
    call,
    at: instantAt(row, 12),
    present: integer(row, 13),
    electorate: integer(row, 14),
    chairId: text(row, 15) as MemberId,
    secretaryId: text(row, 16) as MemberId,
  };
}

function toSealed(row: Row): SealedMinutes {
  return {
    version: integer(row, 20),
    digest: text(row, 21) as Digest,
    at: instantAt(row, 22),
  };
}

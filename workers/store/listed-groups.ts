import type { Digest } from "#domain/kernel/digest.ts";
import { type GroupId, type GroupRequestId, type HouseholdId, id } from "#domain/kernel/ids.ts";
import { type Instant, instant } from "#domain/kernel/instant.ts";
import { integer, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** A group as anybody may read of it. */
export interface ListedGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly families: number;
  readonly pickup: { readonly name: string; readonly street: string };
}

/** A page of groups has an end. */
const MOST = 200;

export function listedGroups(): Loader<ListedGroup[]> {
  return {
    statement: {
      sql: `SELECT g.id, g.name,
          (SELECT count(*) FROM household WHERE group_id = g.id AND erased_at IS NULL),
          p.name, p.street
        FROM buying_group g JOIN pickup_point p ON p.id = g.pickup_point_id
        ORDER BY g.name LIMIT ${MOST}`,
      args: [],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: id<GroupId>(text(row, 0)),
        name: text(row, 1),
        families: integer(row, 2),
        pickup: { name: text(row, 3), street: text(row, 4) },
      })),
  };
}

/** A household of whoever asks, with what it last asked of a group. */
export interface HeldHousehold {
  readonly id: HouseholdId;
  readonly name: string;
  readonly groupId: GroupId | null;
  readonly asked: {
    readonly id: GroupRequestId;
    readonly groupId: GroupId;
    readonly askedAt: Instant;
    /** Null while it waits. */
    readonly ending: "accepted" | "declined" | "withdrawn" | null;
    readonly reason: string | null;
  } | null;
}

type Asked = [string, string, number, string | null, string | null];

/** The households of a session's person or of a token; whether either counts is not said here. */
export function heldHouseholds(shown: {
  readonly session: Digest | null;
  readonly bearer: Digest | null;
}): Loader<HeldHousehold[]> {
  return {
    statement: {
      sql: `SELECT h.id, f.name, h.group_id, (
            SELECT json_array(r.id, r.group_id, r.asked_at, r.ending, r.reason)
            FROM group_request r WHERE r.household_id = h.id ORDER BY r.id DESC LIMIT 1)
        FROM role_grant own JOIN household h ON h.id = own.subject AND h.erased_at IS NULL
        LEFT JOIN household_profile f ON f.household_id = h.id
        WHERE own.role = 'household' AND own.revoked_at IS NULL AND own.holder IN (
          SELECT person_id FROM session WHERE digest = ?1
          UNION SELECT id FROM access_token WHERE digest = ?2)
        ORDER BY h.id`,
      args: [shown.session, shown.bearer],
    },
    parse: (rows) =>
      rows.map((row) => {
        const asked = textOrNull(row, 3);
        return {
          id: id<HouseholdId>(text(row, 0)),
          name: textOrNull(row, 1) ?? "",
          groupId: textOrNull(row, 2) as GroupId | null,
          asked: asked === null ? null : toAsked(JSON.parse(asked) as Asked),
        };
      }),
  };
}

function toAsked([request, group, at, ending, reason]: Asked): HeldHousehold["asked"] {
  return {
    id: id<GroupRequestId>(request),
    groupId: id<GroupId>(group),
    askedAt: instant(at),
    ending: ending as "accepted" | "declined" | "withdrawn" | null,
    reason,
  };
}

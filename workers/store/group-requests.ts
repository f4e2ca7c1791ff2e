import { type GroupId, type GroupRequestId, type HouseholdId, id } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { groupRequest } from "#schema/standing.ts";
import { instantAt, instantOrNull, text, textOrNull } from "./cells.ts";
import { type Language, languageAt, languageSql } from "./persons.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** The household waits for an answer of a group already. */
export const REQUEST_OPEN = "group_request.household_id";
export const REQUEST_ENDED = "refused:group-request-ended";
/** It ordered something meanwhile. */
export const LEAVES_WITH_ORDER = "refused:group-order-open";

/** A household that asks to come into a group. */
export interface GroupRequestRow {
  readonly id: GroupRequestId;
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly householdId: HouseholdId;
  /** Null once its household was erased. */
  readonly householdName: string | null;
  readonly householdEmail: string | null;
  readonly householdLanguage: Language;
  readonly askedAt: Instant;
  readonly endedAt: Instant | null;
  readonly ending: "accepted" | "declined" | "withdrawn" | null;
  readonly reason: string | null;
  /** It came into a group meanwhile. */
  readonly isInGroup: boolean;
}

const REQUEST = `SELECT r.id, r.group_id, g.name, r.household_id, f.name, f.email, r.asked_at,
    r.ended_at, r.ending, r.reason, h.group_id IS NOT NULL,
    ${languageSql("f.email")}
  FROM group_request r JOIN buying_group g ON g.id = r.group_id
  JOIN household h ON h.id = r.household_id
  LEFT JOIN household_profile f ON f.household_id = r.household_id`;

export function groupRequestById(request: GroupRequestId): Loader<GroupRequestRow | null> {
  return firstOrNull(requestsWhere("r.id = ?", [request]));
}

/** The most that wait at once for one coordinator; an answered one makes room. */
const MOST_WAITING = 200;

/** Households that wait for a group's answer, the first first. */
export function waitingFor(group: GroupId | null): Loader<GroupRequestRow[]> {
  return requestsWhere(
    `r.group_id = ? AND r.ended_at IS NULL ORDER BY r.id LIMIT ${MOST_WAITING}`,
    [group],
  );
}

function requestsWhere(which: string, args: (string | null)[]): Loader<GroupRequestRow[]> {
  return {
    statement: { sql: `${REQUEST} WHERE ${which}`, args },
    parse: (rows) => rows.map(toRequest),
  };
}

function toRequest(row: Row): GroupRequestRow {
  return {
    id: id<GroupRequestId>(text(row, 0)),
    groupId: id<GroupId>(text(row, 1)),
    groupName: text(row, 2),
    householdId: id<HouseholdId>(text(row, 3)),
    householdName: textOrNull(row, 4),
    householdEmail: textOrNull(row, 5),
    askedAt: instantAt(row, 6),
    endedAt: instantOrNull(row, 7),
    ending: textOrNull(row, 8) as GroupRequestRow["ending"],
    reason: textOrNull(row, 9),
    isInGroup: row[10] === 1,
    householdLanguage: languageAt(row, 11),
  };
}

export function insertGroupRequest(row: {
  readonly id: GroupRequestId;
  readonly groupId: GroupId;
  readonly householdId: HouseholdId;
  readonly askedAt: Instant;
  readonly askedBy: string;
}): Statement {
  return insertInto(groupRequest, row);
}

/** Ends a request: of two who do so at once the second is refused. */
export function endGroupRequest(
  request: GroupRequestId,
  end: {
    readonly ending: "accepted" | "declined" | "withdrawn";
    readonly at: Instant;
    readonly by: string;
    readonly reason: string | null;
  },
): Statement {
  return {
    sql: `UPDATE group_request SET ended_at = ?, ended_by = ?, ending = ?, reason = ? WHERE id = ?`,
    args: [end.at, end.by, end.ending, end.reason, request],
  };
}

/** A household comes into a group, or leaves the one that it is in. */
export function moveHousehold(household: HouseholdId, group: GroupId | null): Statement {
  return { sql: "UPDATE household SET group_id = ? WHERE id = ?", args: [group, household] };
}

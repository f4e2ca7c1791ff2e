import { eq, gt, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import type { Statement } from "#ports/database.ts";
import { buyingGroup } from "#schema/people.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, insertInto, type Loader, selecting } from "./statement.ts";

export type GroupRow = typeof buyingGroup.$inferSelect;

const columns = {
  id: buyingGroup.id,
  name: buyingGroup.name,
  pickupPointId: buyingGroup.pickupPointId,
  createdAt: buyingGroup.createdAt,
};

const selectGroup = selecting(
  new QueryBuilder()
    .select(columns)
    .from(buyingGroup)
    .where(eq(buyingGroup.id, sql.placeholder("id"))),
);
const selectGroups = selecting(
  new QueryBuilder()
    .select(columns)
    .from(buyingGroup)
    .where(gt(buyingGroup.id, sql.placeholder("after")))
    .orderBy(buyingGroup.id)
    .limit(sql.placeholder("limit")),
);

export function groupById(id: GroupId | null): Loader<GroupRow | null> {
  return firstOrNull(selectGroup({ id }));
}

export function groupPage(asked: PageAsked): Loader<Page<GroupRow>> {
  return paged(selectGroups(pageValues(asked)), asked, ({ id }) => id);
}

export function insertGroup(row: GroupRow): Statement {
  return insertInto(buyingGroup, row);
}

/** Hands the group's coordination over: the one before gives it up in the same batch. */
export function handCoordinationTo(household: HouseholdId, group: GroupId): Statement[] {
  return [
    {
      sql: `UPDATE household SET coordinates_group = 0
        WHERE group_id = ? AND coordinates_group = 1 AND id <> ?`,
      args: [group, household],
    },
    {
      sql: "UPDATE household SET coordinates_group = 1 WHERE id = ? AND group_id = ?",
      args: [household, group],
    },
  ];
}

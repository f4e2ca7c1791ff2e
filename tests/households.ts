import type { Role } from "#domain/access/principal.ts";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds, secretDigest } from "#ports/ids.ts";
import type { Market } from "./market.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** A household as it stands in the database, for tests that are about something else. */
export function addHousehold(
  market: Pick<Market, "database">,
  group: GroupId | null = null,
): HouseholdId {
  const household = ids.next<HouseholdId>();
  market.database
    .prepare("INSERT INTO household VALUES (?, ?, 0, 0, 0, NULL)")
    .run([household, group]);
  return household;
}

/** A group (GAS) that meets at a point of its own. */
export function addGroup(market: Pick<Market, "database">): GroupId {
  const [point, group] = [ids.next(), ids.next<GroupId>()];
  const insert = (sql: string, ...values: string[]) => market.database.prepare(sql).run(values);
  insert(
    "INSERT INTO pickup_point VALUES (?, 'Sede ' || ?1, 'Via Venti Settembre', 0, 0, NULL, NULL)",
    point,
  );
  insert("INSERT INTO buying_group VALUES (?, 'GAS ' || ?1, ?, 0)", group, point);
  return group;
}

/** A token that speaks for a role, as an operator would make it. */
export function addToken(market: Pick<Market, "database">, role: Role, subject = ""): string {
  const [holder, token] = [ids.next(), ids.secret()];
  const insert = (sql: string, ...values: string[]) => market.database.prepare(sql).run(values);
  insert(
    `INSERT INTO access_token (id, digest, label, person_id, created_at, created_by)
      VALUES (?, ?, 'test', (SELECT id FROM person ORDER BY created_at, id LIMIT 1), 0, 'test')`,
    holder,
    secretDigest(token),
  );
  insert(
    "INSERT INTO role_grant VALUES (?, ?, ?, ?, 0, 'test', NULL, NULL)",
    ids.next(),
    holder,
    role,
    subject,
  );
  return token;
}

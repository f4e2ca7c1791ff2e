import { type EnterpriseId, id } from "#domain/kernel/ids.ts";
import type { EnterpriseRole } from "#domain/network/enterprise.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { text } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** An enterprise, to be named and chosen. */
export interface NamedEnterprise {
  readonly id: EnterpriseId;
  readonly name: string;
  readonly roles: readonly EnterpriseRole[];
}

/** More than any network of today has; a list to choose from ends there. */
const MOST = 1000;

/** The enterprises of the network, by name. */
export function enterpriseNames(): Loader<NamedEnterprise[]> {
  return {
    statement: {
      sql: `SELECT id, name, (
          SELECT json_group_array(role) FROM enterprise_role WHERE enterprise_id = enterprise.id
        ) FROM enterprise ORDER BY name, id LIMIT ?`,
      args: [MOST],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: id<EnterpriseId>(text(row, 0)),
        name: text(row, 1),
        roles: JSON.parse(text(row, 2)) as EnterpriseRole[],
      })),
  };
}

/** The names of those who gave or took what this enterprise opened, by what history calls them. */
export function giversOf(enterprise: EnterpriseId): Loader<ReadonlyMap<string, string>> {
  return {
    statement: {
      sql: `SELECT DISTINCT given_by, name FROM enterprise_grant
        JOIN person_profile ON given_by = 'person:' || person_id WHERE owner_id = ?`,
      args: [enterprise],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), text(row, 1)])),
  };
}

/** The group and the household that whoever is signed in holds a role over, by id. */
export function circlesBeside(session: Digest | null): Loader<ReadonlyMap<string, string>> {
  return {
    statement: {
      sql: `SELECT g.role || '.' || g.subject, coalesce(b.name, h.name) FROM session AS s
        JOIN role_grant AS g ON g.holder = s.person_id AND g.revoked_at IS NULL
        LEFT JOIN buying_group AS b ON b.id = g.subject AND g.role = 'coordinator'
        LEFT JOIN household_profile AS h ON h.household_id = g.subject AND g.role = 'household'
        WHERE s.digest = ? AND s.ended_at IS NULL AND coalesce(b.name, h.name) IS NOT NULL`,
      args: [session],
    },
    parse: (rows) => new Map(rows.map((row) => [text(row, 0), text(row, 1)])),
  };
}

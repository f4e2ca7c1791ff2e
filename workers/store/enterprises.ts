import type { EnterpriseId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { EnterpriseRole, Land, SaleMode } from "#domain/network/enterprise.ts";
import type { Row, Statement } from "#ports/database.ts";
import { enterprise, enterpriseRole } from "#schema/people.ts";
import { instantAt, integer, integerOrNull, text, textOrNull } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** An enterprise as the register shows it. */
export interface EnterpriseView {
  readonly id: EnterpriseId;
  readonly name: string;
  readonly slug: string;
  readonly vatNumber: string | null;
  readonly town: string;
  readonly land: Land;
  readonly latMicrodegrees: number | null;
  readonly lonMicrodegrees: number | null;
  readonly leadDays: number;
  readonly saleMode: SaleMode;
  readonly roles: readonly EnterpriseRole[];
  readonly story: string;
  readonly createdAt: Instant;
}

/** The register's view and the address that only officers and the enterprise itself see. */
export interface EnterpriseRecord extends EnterpriseView {
  readonly email: string | null;
}

const COLUMNS = `id, name, slug, vat_number, town, land, lat_microdegrees, lon_microdegrees,
  lead_days, sale_mode, story, created_at, email, (
    SELECT json_group_array(role) FROM enterprise_role WHERE enterprise_id = enterprise.id
  )`;

export function enterpriseById(id: EnterpriseId): Loader<EnterpriseRecord | null> {
  return firstOrNull({
    statement: { sql: `SELECT ${COLUMNS} FROM enterprise WHERE id = ?`, args: [id] },
    parse: (rows) => rows.map(toRecord),
  });
}

/** The register, in the order in which enterprises joined. */
export function enterprisePage(asked: PageAsked): Loader<Page<EnterpriseView>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `SELECT ${COLUMNS} FROM enterprise WHERE id > ? ORDER BY id LIMIT ?`,
    args: [after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toView) }, asked, ({ id }) => id);
}

/** Which of these addresses an enterprise has already. */
export function enterpriseSlugs(candidates: readonly string[]): Loader<string[]> {
  return {
    statement: {
      sql: "SELECT slug FROM enterprise WHERE slug IN (SELECT value FROM json_each(?))",
      args: [JSON.stringify(candidates)],
    },
    parse: (rows) => rows.map((row) => text(row, 0)),
  };
}

export function insertEnterprise(row: EnterpriseRecord): Statement[] {
  const { roles, ...columns } = row;
  const { id: enterpriseId, createdAt: since } = row;
  return [
    insertInto(enterprise, columns),
    ...roles.map((role) => insertInto(enterpriseRole, { enterpriseId, role, since })),
  ];
}

function toRecord(row: Row): EnterpriseRecord {
  return { ...toView(row), email: textOrNull(row, 12) };
}

function toView(row: Row): EnterpriseView {
  return {
    id: text(row, 0) as EnterpriseId,
    name: text(row, 1),
    slug: text(row, 2),
    vatNumber: textOrNull(row, 3),
    town: text(row, 4),
    land: text(row, 5) as Land,
    latMicrodegrees: integerOrNull(row, 6),
    lonMicrodegrees: integerOrNull(row, 7),
    leadDays: integer(row, 8),
    saleMode: text(row, 9) as SaleMode,
    story: text(row, 10),
    createdAt: instantAt(row, 11),
    roles: JSON.parse(text(row, 13)) as EnterpriseRole[],
  };
}

import { eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { CertificationId, EnterpriseId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { certification } from "#schema/people.ts";
import { insertInto, selecting } from "./statement.ts";

const selectCertifications = selecting(
  new QueryBuilder()
    .select({
      id: certification.id,
      enterpriseId: certification.enterpriseId,
      scheme: certification.scheme,
      body: certification.body,
      number: certification.number,
      documentUrl: certification.documentUrl,
      issuedOn: certification.issuedOn,
      expiresOn: certification.expiresOn,
      withdrawnAt: certification.withdrawnAt,
    })
    .from(certification)
    .where(eq(certification.enterpriseId, sql.placeholder("enterpriseId")))
    .orderBy(certification.issuedOn, certification.id),
);

export type CertificationRow = typeof certification.$inferSelect;

/** Every certificate an enterprise ever had here. */
export function certificationsOf(enterpriseId: EnterpriseId) {
  return selectCertifications({ enterpriseId });
}

export function insertCertification(row: CertificationRow): Statement {
  return insertInto(certification, row);
}

export function withdrawCertification(id: CertificationId, at: Instant): Statement {
  return {
    sql: "UPDATE certification SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
    args: [at, id],
  };
}

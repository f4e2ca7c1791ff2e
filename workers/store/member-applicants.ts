import type { Digest } from "#domain/kernel/digest.ts";
import type { EnterpriseId } from "#domain/kernel/ids.ts";
import type { MemberKind } from "#domain/membership/member.ts";
import { text, textOrNull } from "./cells.ts";
import { type Language, languageAt } from "./persons.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** Somebody signed in who asks to become a member. */
export interface ApplicantRecord {
  readonly name: string;
  readonly address: string | null;
  readonly language: Language;
  /** What they are, or wait to become, a member as already. */
  readonly memberships: readonly {
    readonly kind: MemberKind;
    readonly enterpriseId: EnterpriseId | null;
  }[];
  /** Enterprises that they act for, with their names. */
  readonly enterprises: readonly { readonly id: EnterpriseId; readonly name: string }[];
}

/** Who is signed in with this session, as an applicant; null for nobody. */
export function applicantBy(session: Digest | null): Loader<ApplicantRecord | null> {
  return firstOrNull({
    statement: {
      sql: `WITH me (id) AS (SELECT person_id FROM session WHERE digest = ?1)
        SELECT coalesce(p.name, ''),
          (SELECT address FROM person_email e WHERE e.person_id = me.id
            AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL ORDER BY e.id LIMIT 1),
          coalesce(p.language, 'it'),
          (SELECT json_group_array(json_object('kind', m.kind, 'enterpriseId', m.enterprise_id))
            FROM member m WHERE m.person_id = me.id AND m.ended_at IS NULL
              AND coalesce(m.decision, 'admitted') = 'admitted'),
          (SELECT json_group_array(json_object('id', e.id, 'name', e.name)) FROM enterprise e
            WHERE e.id IN (SELECT subject FROM role_grant WHERE holder = me.id
              AND role IN ('producer', 'hub', 'courier') AND revoked_at IS NULL))
        FROM me LEFT JOIN person_profile p ON p.person_id = me.id`,
      args: [session],
    },
    parse: (rows) =>
      rows.map((row) => ({
        name: text(row, 0),
        address: textOrNull(row, 1),
        language: languageAt(row, 2),
        memberships: JSON.parse(text(row, 3)) as ApplicantRecord["memberships"],
        enterprises: JSON.parse(text(row, 4)) as ApplicantRecord["enterprises"],
      })),
  });
}

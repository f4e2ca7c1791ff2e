import type { Digest } from "#domain/kernel/digest.ts";
import { id, type InvitationId, type PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, integer, text, textOrNull } from "./cells.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** Says that an invitation was used or withdrawn meanwhile. */
export const INVITATION_SPENT = "refused:invitation-spent";

/** The way to a passkey, with whose it will be. */
export interface OpenInvitation {
  readonly id: InvitationId;
  readonly kind: "mail" | "in-person" | "recovery" | "first";
  readonly personId: PersonId;
  readonly name: string;
  readonly expiresAt: Instant;
  /** How many passkeys the person has. */
  readonly passkeys: number;
  /** Whether the person holds an office. */
  readonly roles: readonly string[];
  readonly credentialIds: readonly string[];
  readonly address: string | null;
}

/** The invitation of that secret, unless it was used, withdrawn, or its person suspended. */
export function invitationBy(digest: Digest | null): Loader<OpenInvitation | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT i.id, i.kind, i.person_id, n.name, i.expires_at,
          (SELECT count(*) FROM passkey k WHERE k.person_id = p.id AND k.revoked_at IS NULL),
          (SELECT json_group_array(role) FROM role_grant g
            WHERE g.holder = p.id AND g.revoked_at IS NULL),
          (SELECT json_group_array(credential_id) FROM passkey k
            WHERE k.person_id = p.id AND k.revoked_at IS NULL),
          (SELECT address FROM person_email e
            WHERE e.person_id = p.id AND e.removed_at IS NULL ORDER BY e.id LIMIT 1)
        FROM invitation i
        JOIN person p ON p.id = i.person_id AND p.suspended_at IS NULL
        JOIN person_profile n ON n.person_id = p.id
        WHERE i.digest = ? AND i.used_at IS NULL AND i.withdrawn_at IS NULL`,
      args: [digest],
    },
    parse: (rows) => rows.map(toInvitation),
  });
}

function toInvitation(row: Row): OpenInvitation {
  return {
    id: id<InvitationId>(text(row, 0)),
    kind: text(row, 1) as OpenInvitation["kind"],
    personId: id<PersonId>(text(row, 2)),
    name: text(row, 3),
    expiresAt: instantAt(row, 4),
    passkeys: integer(row, 5),
    roles: JSON.parse(text(row, 6)) as string[],
    credentialIds: JSON.parse(text(row, 7)) as string[],
    address: textOrNull(row, 8),
  };
}

export function useInvitation(invitation: InvitationId, at: Instant): Statement {
  return { sql: "UPDATE invitation SET used_at = ? WHERE id = ?", args: [at, invitation] };
}

/** Ways to a passkey that are open yet open no more: another one takes their place. */
export function withdrawInvitations(personId: PersonId, at: Instant): Statement {
  return {
    sql: `UPDATE invitation SET withdrawn_at = ?
      WHERE person_id = ? AND used_at IS NULL AND withdrawn_at IS NULL`,
    args: [at, personId],
  };
}

/**
 * The address that an invitation reached, the person's first, is confirmed by it; unless it has
 * become another person's meanwhile.
 */
export function confirmInvited(personId: PersonId, at: Instant): Statement {
  return {
    sql: `UPDATE person_email SET confirmed_at = ?1
      WHERE confirmed_at IS NULL AND id = (SELECT id FROM person_email
          WHERE person_id = ?2 AND removed_at IS NULL ORDER BY id LIMIT 1)
        AND NOT EXISTS (SELECT 1 FROM person_email AS other
          WHERE other.folded = person_email.folded AND other.removed_at IS NULL
            AND other.confirmed_at IS NOT NULL)`,
    args: [at, personId],
  };
}

import type { OfficerAtLoss } from "#domain/access/recovery.ts";
import { id, type InvitationId, type MailCodeId, type PersonId } from "#domain/kernel/ids.ts";
import { HOUR, type Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import type { Language } from "./persons.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** Somebody who has lost their passkeys, with where the network can reach them. */
export interface AtLoss extends OfficerAtLoss {
  readonly language: Language;
  readonly actsFrom: Instant;
  readonly isSuspended: boolean;
  /** The confirmed addresses, as they were typed. */
  readonly addresses: readonly string[];
}

const SELECT = `SELECT p.id, n.language, p.acts_from, p.suspended_at IS NOT NULL,
    (SELECT json_group_array(e.address) FROM person_email e
      WHERE e.person_id = p.id AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL),
    (SELECT json_group_array(e.folded) FROM person_email e
      WHERE e.person_id = p.id AND e.removed_at IS NULL),
    (SELECT count(*) FROM passkey k WHERE k.person_id = p.id AND k.revoked_at IS NULL)
  FROM person p JOIN person_profile n ON n.person_id = p.id`;

/** Whose confirmed address a recovery's code went to. */
export function atLossBy(code: MailCodeId): Loader<AtLoss | null> {
  return firstOrNull({
    statement: {
      sql: `${SELECT} WHERE p.id = (SELECT e.person_id FROM mail_code c
        JOIN person_email e ON e.folded = c.folded
        WHERE c.id = ? AND c.purpose = 'recovery'
          AND e.confirmed_at IS NOT NULL AND e.removed_at IS NULL)`,
      args: [code],
    },
    parse: (rows) => rows.map(toAtLoss),
  });
}

/** Everybody who holds the office of officer and is not kept out. */
export function officersAtLoss(): Loader<AtLoss[]> {
  return {
    statement: {
      sql: `${SELECT} WHERE p.suspended_at IS NULL AND p.id IN (
        SELECT holder FROM role_grant WHERE role = 'officer' AND revoked_at IS NULL)`,
      args: [],
    },
    parse: (rows) => rows.map(toAtLoss),
  };
}

function toAtLoss(row: Row): AtLoss {
  return {
    personId: id<PersonId>(text(row, 0)),
    language: text(row, 1) as Language,
    actsFrom: instantAt(row, 2),
    isSuspended: integer(row, 3) === 1,
    addresses: JSON.parse(text(row, 4)) as string[],
    folded: JSON.parse(text(row, 5)) as string[],
    passkeys: integer(row, 6),
  };
}

/** From now on no passkey of this person opens an act, until then. */
export function pauseActs(personId: PersonId, until: Instant): Statement {
  return {
    sql: "UPDATE person SET acts_from = max(acts_from, ?) WHERE id = ?",
    args: [until, personId],
  };
}

/** A recovery that was begun. */
export interface Recovery {
  readonly id: InvitationId;
  readonly personId: PersonId;
  readonly madeAt: Instant;
  /** When the new passkey was made. */
  readonly usedAt: Instant | null;
}

export function recoveryById(recovery: InvitationId): Loader<Recovery | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT id, person_id, made_at, used_at FROM invitation
        WHERE id = ? AND kind = 'recovery'`,
      args: [recovery],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: id<InvitationId>(text(row, 0)),
        personId: id<PersonId>(text(row, 1)),
        madeAt: instantAt(row, 2),
        usedAt: instantOrNull(row, 3),
      })),
  });
}

/** The passkeys of before stop when the new one is made. */
export function revokeOthers(personId: PersonId, kept: string, at: Instant): Statement {
  return {
    sql: `UPDATE passkey SET revoked_at = ?, revoked_by = 'recovery'
      WHERE person_id = ? AND id <> ? AND revoked_at IS NULL`,
    args: [at, personId, kept],
  };
}

/** Takes away what a recovery that was not its person's has made. */
export function revokeMadeSince(personId: PersonId, since: Instant, at: Instant): Statement {
  return {
    sql: `UPDATE passkey SET revoked_at = ?, revoked_by = 'recovery-stopped'
      WHERE person_id = ? AND added_at >= ? AND revoked_at IS NULL`,
    args: [at, personId, since],
  };
}

/**
 * Ends the pause of a recovery that came to nothing; not where another one made a passkey within
 * three days: that one's pause stays.
 */
export function endPause(personId: PersonId, at: Instant): Statement {
  return {
    sql: `UPDATE person SET acts_from = min(acts_from, ?1) WHERE id = ?2
      AND NOT EXISTS (SELECT 1 FROM invitation WHERE person_id = ?2 AND kind = 'recovery'
        AND used_at IS NOT NULL AND made_at > ?1 - ${72 * HOUR})`,
    args: [at, personId],
  };
}

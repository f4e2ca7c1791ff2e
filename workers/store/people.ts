import { type PersonState, stateOf } from "#domain/access/people.ts";
import type { Role } from "#domain/access/principal.ts";
import { type GrantId, id, type PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { instantOrNull, integer, text } from "./cells.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import type { Language } from "./persons.ts";
import { firstOrNull, type Loader } from "./statement.ts";

/** Says that no officer who can act would be left. */
export const LAST_OFFICER = "refused:last-officer";
/** Says that somebody holds the role already. */
export const ROLE_HELD = "role_grant.holder, role_grant.role, role_grant.subject";

/** A role that somebody holds, with who gave it and when. */
export interface HeldRole {
  readonly id: GrantId;
  readonly role: Role;
  readonly subject: string;
  readonly grantedAt: number;
  readonly grantedBy: string;
}

/** An address on file. */
export interface AddressOnFile {
  readonly address: string;
  readonly isConfirmed: boolean;
}

/** A person as officers see them: what they hold, never a secret. */
export interface PersonView {
  readonly id: PersonId;
  readonly name: string;
  readonly language: Language;
  readonly state: PersonState;
  readonly addresses: readonly AddressOnFile[];
  readonly roles: readonly HeldRole[];
  readonly passkeys: number;
  /** Until when an invitation waits for them. */
  readonly invitedUntil: Instant | null;
  readonly suspendedAt: Instant | null;
}

const SELECT = `SELECT p.id, n.name, n.language, p.suspended_at,
    (SELECT count(*) FROM passkey k WHERE k.person_id = p.id AND k.revoked_at IS NULL),
    (SELECT json_group_array(json_object('address', e.address,
        'isConfirmed', json(iif(e.confirmed_at IS NULL, 'false', 'true'))) ORDER BY e.id)
      FROM person_email e WHERE e.person_id = p.id AND e.removed_at IS NULL),
    (SELECT json_group_array(json_object('id', g.id, 'role', g.role, 'subject', g.subject,
        'grantedAt', g.granted_at, 'grantedBy', g.granted_by) ORDER BY g.id)
      FROM role_grant g WHERE g.holder = p.id AND g.revoked_at IS NULL),
    (SELECT max(i.expires_at) FROM invitation i WHERE i.person_id = p.id
        AND i.used_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > ?1)
  FROM person p JOIN person_profile n ON n.person_id = p.id`;

export function personById(personId: PersonId, now: Instant): Loader<PersonView | null> {
  return firstOrNull({
    statement: { sql: `${SELECT} WHERE p.id = ?2`, args: [now, personId] },
    parse: (rows) => rows.map(toPerson),
  });
}

/** Everybody who was not erased, in the order in which they came. */
export function peoplePage(asked: PageAsked, now: Instant): Loader<Page<PersonView>> {
  const { after, limit } = pageValues(asked);
  const statement = {
    sql: `${SELECT} WHERE p.id > ?2 ORDER BY p.id LIMIT ?3`,
    args: [now, after, limit],
  };
  return paged({ statement, parse: (rows) => rows.map(toPerson) }, asked, (person) => person.id);
}

function toPerson(row: Row): PersonView {
  const addresses = JSON.parse(text(row, 5)) as AddressOnFile[];
  const suspendedAt = instantOrNull(row, 3);
  const passkeys = integer(row, 4);
  const hasConfirmedAddress = addresses.some(({ isConfirmed }) => isConfirmed);
  return {
    id: id<PersonId>(text(row, 0)),
    name: text(row, 1),
    language: text(row, 2) as Language,
    state: stateOf({ suspendedAt, passkeys, hasConfirmedAddress }),
    addresses,
    roles: JSON.parse(text(row, 6)) as HeldRole[],
    passkeys,
    invitedUntil: instantOrNull(row, 7),
    suspendedAt,
  };
}

/**
 * Whose this address is: somebody confirmed it, or was invited at it and has not come yet. An
 * address that somebody only claims is nobody's.
 */
export function holderOf(folded: string): Loader<PersonId | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT e.person_id FROM person_email e
        WHERE e.folded = ? AND e.removed_at IS NULL AND (e.confirmed_at IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM person_email o
            WHERE o.person_id = e.person_id AND o.confirmed_at IS NOT NULL))
        ORDER BY e.confirmed_at IS NULL, e.id LIMIT 1`,
      args: [folded],
    },
    parse: (rows) => rows.map((row) => id<PersonId>(text(row, 0))),
  });
}

/** Takes a role away; the row stays and says who gave and who took it. */
export function revokeGrant(grant: GrantId, at: Instant, by: string): Statement {
  return {
    sql: `UPDATE role_grant SET revoked_at = ?, revoked_by = ?
      WHERE id = ? AND revoked_at IS NULL`,
    args: [at, by, grant],
  };
}

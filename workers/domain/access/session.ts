import { DAY, HOUR, type Instant, MINUTE } from "#domain/kernel/instant.ts";
import type { Grant, Role } from "./principal.ts";

/** Who holds an office is signed out sooner (OWASP ASVS 7.3.1, 7.3.2). */
export type SessionKind = "member" | "officer";

export const SESSION_LIMITS = {
  member: { idleMs: 7 * DAY, wholeMs: 30 * DAY },
  officer: { idleMs: 30 * MINUTE, wholeMs: 12 * HOUR },
} as const satisfies Record<SessionKind, { idleMs: number; wholeMs: number }>;

/** Roles that are offices: what they do concerns everyone. */
const OFFICES: ReadonlySet<Role> = new Set(["officer", "treasurer", "supervisor", "auditor"]);

/** Times of a session, all instants. */
export interface SessionTimes {
  readonly kind: SessionKind;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

/** A session lives until it is left alone for too long, or has lasted long enough. */
export function isAlive({ kind, startedAt, seenAt }: SessionTimes, now: Instant): boolean {
  const { idleMs, wholeMs } = SESSION_LIMITS[kind];
  return now < seenAt + idleMs && now < startedAt + wholeMs;
}

/** The last instant at which the session may still be alive, in milliseconds from its start. */
export function lifeOf(kind: SessionKind): number {
  return SESSION_LIMITS[kind].wholeMs;
}

/** Whether a role is an office. */
export function isOffice(role: Role): boolean {
  return OFFICES.has(role);
}

export function sessionKindOf(grants: readonly Grant[]): SessionKind {
  return grants.some(({ role }) => isOffice(role)) ? "officer" : "member";
}

/** Seen again less than this ago, a session need not be written down as seen anew. */
const SEEN_STEP = MINUTE;

export function isToBeSeen(seenAt: Instant, now: Instant): boolean {
  return now >= seenAt + SEEN_STEP;
}

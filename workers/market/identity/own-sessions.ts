import { allow, allowPrivate } from "#domain/access/access.ts";
import type { Principal, SignedIn } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PersonId, SessionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  endSessionById,
  endSessionsOf,
  SESSION_ENDED,
  sessionsBeside,
  type SessionView,
} from "#store/sessions.ts";

/**
 * Whoever is signed in, for what is their own. Programs have no self here; of a thing that has a
 * name they hear that it is not there, like everybody whose it is not.
 */
export function oneself(
  principal: Principal,
  act: "self.read" | "self.edit" | "passkeys.revoke" | "addresses.change",
  thing: "session" | "passkey" | "address" | null = null,
): Outcome<SignedIn, AccessRefusal> {
  const { who } = principal;
  const subjects = { person: who.kind === "person" ? who.id : null };
  const allowed =
    thing === null
      ? allow(principal, act, subjects)
      : allowPrivate(principal, act, subjects, thing);
  if (!allowed.ok) return allowed;
  return who.kind === "person" ? accept(who) : refuse({ code: "not-signed-in" });
}

/** Where whoever asks is signed in. */
export async function listSessions(
  request: Request,
): Promise<Outcome<{ readonly items: readonly SessionView[] }, AccessRefusal>> {
  const { credentials, ports } = request;
  const { known, principal } = await look(request, {
    sessions: sessionsBeside(credentials.session, ports.now),
  });
  const self = oneself(principal, "self.read");
  return self.ok ? accept({ items: known.sessions }) : self;
}

export interface SignedOut {
  readonly personId: PersonId;
  readonly endedAt: Instant;
  /** How many devices were signed out. */
  readonly sessions: number;
}

/** What is signed out: this browser, another device, or every device but this. */
export type WhichSessions = "this" | "others" | { readonly id: SessionId };

export function signOut(request: Request, which: WhichSessions) {
  const { credentials, ports } = request;
  return perform(request, {
    load: () => ({ sessions: sessionsBeside(credentials.session, ports.now) }),
    decide: ({ sessions }, principal): Outcome<Plan<SignedOut>, AccessRefusal> => {
      const self = oneself(principal, "self.edit", typeof which === "string" ? null : "session");
      if (!self.ok) return self;
      const { id: personId, sessionId: current } = self.value;
      const ended = sessions.filter(({ id }) => isMeant(id, which, current));
      if (ended.length === 0 && which !== "others") {
        return refuse({ code: "not-found", what: "session" });
      }
      const { now: endedAt } = ports;
      const by = `person:${personId}`;
      const statements =
        which === "others"
          ? [endSessionsOf(personId, endedAt, by, current)]
          : ended.map(({ id }) => endSessionById(id, endedAt, by));
      return accept({ value: { personId, endedAt, sessions: ended.length }, statements });
    },
    guards: { [SESSION_ENDED]: "decide-again" },
  });
}

function isMeant(id: SessionId, which: WhichSessions, current: SessionId): boolean {
  if (which === "this") return id === current;
  return which === "others" ? id !== current : id === which.id;
}

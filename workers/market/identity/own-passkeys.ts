import type { AccessRefusal, PasskeyRefusal } from "#domain/access/refusals.ts";
import { sessionKindOf } from "#domain/access/session.ts";
import type { PasskeyId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { LAST_PASSKEY, passkeysBeside, renamePasskey, revokePasskey } from "#store/passkeys.ts";
import { endSessionsOf } from "#store/sessions.ts";
import { oneself } from "./own-sessions.ts";

export interface PasskeyNamed {
  readonly id: PasskeyId;
  readonly name: string;
}

/** Names one's own passkey, so that one knows which device it is on. */
export function nameOwnPasskey(request: Request, { id, name }: PasskeyNamed) {
  return perform(request, {
    load: ({ credentials }) => ({ own: passkeysBeside(credentials.session) }),
    decide: ({ own }, principal): Outcome<Plan<PasskeyNamed>, AccessRefusal> => {
      const self = oneself(principal, "self.edit", "passkey");
      if (!self.ok) return self;
      if (!own.some((one) => one.id === id)) return refuse({ code: "not-found", what: "passkey" });
      return accept({ value: { id, name }, statements: [renamePasskey(id, name)] });
    },
  });
}

export interface PasskeyRevoked {
  readonly id: PasskeyId;
  readonly revokedAt: Instant;
}

/**
 * Takes one's own passkey away, and signs out every other device: whoever has the lost one may be
 * signed in on it. Who holds an office keeps at least one.
 */
export function revokeOwnPasskey(request: Request, id: PasskeyId) {
  const { now } = request.ports;
  return perform(request, {
    load: ({ credentials }) => ({ own: passkeysBeside(credentials.session) }),
    decide: ({ own }, principal): Outcome<Plan<PasskeyRevoked>, AccessRefusal | PasskeyRefusal> => {
      const self = oneself(principal, "passkeys.revoke", "passkey");
      if (!self.ok) return self;
      if (!own.some((one) => one.id === id)) return refuse({ code: "not-found", what: "passkey" });
      const { id: personId, sessionId, grants } = self.value;
      const isLast = own.length === 1;
      if (isLast && sessionKindOf(grants) === "officer") return refuse({ code: "last-passkey" });
      const by = `person:${personId}`;
      return accept({
        value: { id, revokedAt: now },
        statements: [revokePasskey(id, now, by), endSessionsOf(personId, now, by, sessionId)],
      });
    },
    guards: { [LAST_PASSKEY]: { code: "last-passkey" } },
  });
}

import { canBeStopped } from "#domain/access/recovery.ts";
import type { AccessRefusal, RecoveryRefusal } from "#domain/access/refusals.ts";
import type { InvitationId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import { INVITATION_SPENT, withdrawInvitations } from "#store/invitations.ts";
import { endPause, recoveryById, revokeMadeSince } from "#store/recoveries.ts";
import { endSessionsOf } from "#store/sessions.ts";
import { stopWords } from "./recover.ts";

export interface RecoveryStopped {
  readonly id: InvitationId;
  readonly stoppedAt: Instant;
}

/**
 * Stops a recovery, by the secret of its notice. Before the new passkey is made, all is as it was;
 * after, that passkey and every session end, and the pause stays: the person asks an officer.
 */
export function stopRecovery(
  request: Request,
  command: { readonly id: InvitationId; readonly secret: string },
) {
  const { ids, now } = request.ports;
  const { id } = command;
  return perform(request, {
    load: () => ({ recovery: recoveryById(id) }),
    decide: ({ recovery }): Outcome<Plan<RecoveryStopped>, AccessRefusal | RecoveryRefusal> => {
      const expected = secretDigest(ids.derived(...stopWords(id)));
      if (recovery === null || secretDigest(command.secret) !== expected) {
        return refuse({ code: "not-found", what: "recovery" });
      }
      if (!canBeStopped(recovery.madeAt, now)) return refuse({ code: "recovery-over" });
      const { personId, usedAt } = recovery;
      const undone =
        usedAt === null
          ? [withdrawInvitations(personId, now), endPause(personId, now)]
          : [
              withdrawInvitations(personId, now),
              revokeMadeSince(personId, usedAt, now),
              endSessionsOf(personId, now, "recovery-stopped"),
            ];
      return accept({ value: { id, stoppedAt: now }, statements: undone });
    },
    guards: { [INVITATION_SPENT]: "decide-again" },
  });
}

import { allow } from "#domain/access/access.ts";
import { checkGrants } from "#domain/access/grants.ts";
import { actorName, type Grant, signerOf } from "#domain/access/principal.ts";
import type { AccessRefusal, TokenRefusal } from "#domain/access/refusals.ts";
import type { AccessTokenId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import { insertGrant, insertToken } from "#store/access.ts";
import type { Page, PageAsked } from "#store/page.ts";
import {
  grantableOf,
  otherOfficers,
  revokeToken,
  tokenById,
  tokenPage,
  type TokenView,
} from "#store/tokens.ts";

export interface IssueToken {
  readonly label: string;
  readonly grants: readonly Grant[];
  readonly expiresAt: Instant | null;
}

export interface IssuedToken extends TokenView {
  /** Shown in this answer and its repeats only: derived, never stored. */
  readonly token: string;
}

/** Issues a token that speaks for its grants until it expires or is revoked. */
export function issueToken(request: Request, command: IssueToken) {
  const token = request.ports.ids.derived("access-token", request.actor, request.key);
  const { label, expiresAt } = command;
  return perform(request, {
    load: () => ({ known: grantableOf(command.grants) }),
    decide: ({ known }, principal): Outcome<Plan<IssuedToken>, AccessRefusal | TokenRefusal> => {
      const allowed = allow(principal, "tokens.manage");
      if (!allowed.ok) return allowed;
      const grants = checkGrants(command.grants, known);
      if (!grants.ok) return grants;
      const { ids, now } = request.ports;
      if (expiresAt !== null && expiresAt <= now) return refuse({ code: "expiry-passed" });
      const id = ids.next<AccessTokenId>();
      const by = actorName(principal);
      const shown = { id, label, createdAt: now, expiresAt, revokedAt: null, grants: grants.value };
      const digest = secretDigest(token);
      return accept({
        status: 201,
        value: { ...shown, token: "" },
        statements: [
          insertToken({ id, digest, label, personId: signerOf(principal), at: now, by, expiresAt }),
          ...grants.value.map((grant) =>
            insertGrant({ ...grant, id: ids.next(), holder: id, at: now, by }),
          ),
        ],
      });
    },
    reveal: (value) => ({ ...value, token }),
  });
}

/** The tokens that were ever issued, without the tokens themselves. */
export async function listTokens(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<TokenView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: tokenPage(asked) });
  const allowed = allow(principal, "tokens.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** Revokes a token, at once; not the last one that can still make others. */
export function revoke(request: Request, id: AccessTokenId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ token: tokenById(id), others: otherOfficers(id, now) }),
    decide: (
      { token, others },
      principal,
    ): Outcome<Plan<TokenView>, AccessRefusal | TokenRefusal> => {
      const allowed = allow(principal, "tokens.manage");
      if (!allowed.ok) return allowed;
      if (token === null) return refuse({ code: "not-found", what: "token" });
      if (others === 0) return refuse({ code: "last-officer" });
      const value = { ...token, revokedAt: token.revokedAt ?? now };
      return accept({ value, statements: revokeToken(id, now, actorName(principal)) });
    },
  });
}

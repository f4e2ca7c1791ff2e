import { allow } from "#domain/access/access.ts";
import { checkPresent, checkSettled } from "#domain/access/erasure.ts";
import { checkAnother } from "#domain/access/people.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type {
  AccessRefusal,
  PeopleRefusal,
  PrivacyRefusal,
  TokenRefusal,
} from "#domain/access/refusals.ts";
import { RETAINED, type RetainedKind } from "#domain/access/retention.ts";
import type { HouseholdId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { erase, ERASURE_CHANGED, type Leaving, leavingOf } from "#store/erasure.ts";
import { LAST_OFFICER } from "#store/people.ts";
import { oneself } from "./oneself.ts";

/** What went, and what stays with ids only; `years` is null for what is for ever. */
export interface Erased {
  readonly personId: PersonId;
  readonly erasedAt: Instant;
  /** Households that ended, because nobody else was in them. */
  readonly households: readonly HouseholdId[];
  readonly kept: readonly { readonly what: RetainedKind; readonly years: number | null }[];
}

type ErasureRefusal = AccessRefusal | PeopleRefusal | PrivacyRefusal | TokenRefusal;

const guards = {
  [ERASURE_CHANGED]: "decide-again",
  [LAST_OFFICER]: { code: "last-officer" },
} as const;

/** Erases whoever asks for it: with their passkey, or right after a code by mail. */
export function eraseOneself(request: Request) {
  const { credentials, ports } = request;
  return perform(request, {
    load: () => ({ leaving: leavingOf({ session: credentials.session }) }),
    decide: ({ leaving }, principal): Outcome<Plan<Erased>, ErasureRefusal> => {
      const self = oneself(principal, "self.erase");
      if (!self.ok) return self;
      const present = checkPresent(self.value, ports.now);
      if (!present.ok) return present;
      return planOf(request, principal, leaving);
    },
    guards,
  });
}

/** Erases somebody who asked for it on paper; nobody does that for themselves. */
export function erasePerson(request: Request, personId: PersonId) {
  return perform(request, {
    load: () => ({ leaving: leavingOf({ person: personId }) }),
    decide: ({ leaving }, principal): Outcome<Plan<Erased>, ErasureRefusal> => {
      const allowed = allow(principal, "people.erase");
      if (!allowed.ok) return allowed;
      const another = checkAnother(principal, personId);
      if (!another.ok) return another;
      return planOf(request, principal, leaving);
    },
    guards,
  });
}

function planOf(
  request: Request,
  principal: Principal,
  leaving: Leaving | null,
): Outcome<Plan<Erased>, ErasureRefusal> {
  if (leaving === null || leaving.isErased) return refuse({ code: "not-found", what: "person" });
  const settled = checkSettled(leaving.ties);
  if (!settled.ok) return settled;
  const { personId } = leaving;
  const { households } = settled.value;
  const { actor, key, requestHash, ports } = request;
  const operation = { actor, key, requestHash, at: ports.now };
  const by = actorName(principal);
  return accept({
    value: { personId, erasedAt: ports.now, households, kept: RETAINED },
    statements: erase(personId, { households, at: ports.now, by, operation }),
  });
}

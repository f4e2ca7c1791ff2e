import { allow, allowPrivate } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { walletHeldOf, walletOf } from "#domain/ledger/accounts.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { groupById } from "#store/groups.ts";
import {
  householdById,
  householdPage,
  type HouseholdProfile,
  type HouseholdRow,
  type HouseholdView,
  insertHousehold,
} from "#store/households.ts";
import { openAccounts } from "#store/ledger-accounts.ts";
import type { Page, PageAsked } from "#store/page.ts";

export interface WelcomeHousehold {
  readonly groupId: GroupId | null;
  readonly lowCreditCents: Cents;
  readonly profile: HouseholdProfile;
}

/**
 * Welcomes a household, with its wallet. The answer, which is kept for repeats, says nothing
 * personal: the profile alone holds that (DESIGN §6 law 11).
 */
export function welcomeHousehold(request: Request, command: WelcomeHousehold) {
  const { groupId, lowCreditCents, profile } = command;
  return perform(request, {
    load: () => ({ group: groupById(groupId) }),
    decide: ({ group }, principal): Outcome<Plan<HouseholdRow>, AccessRefusal> => {
      const allowed = allow(principal, "households.create", { coordinator: groupId });
      if (!allowed.ok) return allowed;
      if (groupId !== null && group === null) return refuse({ code: "not-found", what: "group" });
      const { ids, now } = request.ports;
      const id = ids.next<HouseholdId>();
      const row = { id, groupId, coordinatesGroup: false, lowCreditCents, createdAt: now };
      const wallet = openAccounts([walletOf(id), walletHeldOf(id)], now);
      return accept({
        status: 201,
        value: row,
        statements: [...insertHousehold(row, profile), wallet],
      });
    },
  });
}

/** Households with their profiles: for officers all, for a coordinator those of the group. */
export async function listHouseholds(
  request: Request,
  asked: PageAsked,
  groupId: GroupId | null,
): Promise<Outcome<Page<HouseholdView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: householdPage(asked, groupId) });
  const allowed = allow(principal, "households.read", { coordinator: groupId });
  return allowed.ok ? accept(known.page) : allowed;
}

/** One household, for itself, its coordinator and officers; for others there is none. */
export async function showHousehold(
  request: Request,
  id: HouseholdId,
): Promise<Outcome<HouseholdView, AccessRefusal>> {
  const { known, principal } = await look(request, { household: householdById(id) });
  const { household } = known;
  const subjects = { household: id, coordinator: household?.groupId ?? null };
  const allowed = allowPrivate(principal, "households.read", subjects, "household");
  if (!allowed.ok) return allowed;
  return household === null ? refuse({ code: "not-found", what: "household" }) : accept(household);
}

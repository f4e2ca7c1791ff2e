import { type Act, allow, type Subjects } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { mayBecome } from "#domain/orders/cycle-state.ts";
import { type CycleView, viewCycle } from "#market/cycles/cycle-view.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { secretDigest } from "#ports/ids.ts";
import { type CycleRow, cyclePage } from "#store/cycles.ts";
import { invitationBy, type OpenInvitation } from "#store/invitations.ts";

export interface InvitationView {
  readonly around: Around;
  /** Null where the secret opens nothing, or no more. */
  readonly invitation: OpenInvitation | null;
}

/** Whom an invitation is for. */
export async function readInvitation(request: Request, secret: string): Promise<InvitationView> {
  const { known } = await look(request, {
    ...aroundLoaders(request),
    invitation: invitationBy(secretDigest(secret)),
  });
  const { invitation } = known;
  const isOpen = invitation !== null && request.ports.now < invitation.expiresAt;
  return { around: aroundOf(known, request), invitation: isOpen ? invitation : null };
}

/** What stands around a page that says nothing else of the database. */
export async function readAround(request: Request): Promise<Around> {
  const { known } = await look(request, aroundLoaders(request));
  return aroundOf(known, request);
}

/** A sales week, and what this reader may do to it as a whole. */
export interface ManagedView extends CycleView {
  readonly mayClose: boolean;
  readonly mayCancel: boolean;
}

export interface CyclesView {
  readonly around: Around;
  readonly cycles: readonly ManagedView[];
}

/** Two years of weeks. */
const MOST_CYCLES = 100;

/** The sales weeks that this reader answers for, newest first. */
export async function readCycles(request: Request): Promise<Outcome<CyclesView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: cyclePage({ after: null, limit: MOST_CYCLES }),
  });
  const managed = known.page.items.filter(({ hubId }) => opens(principal, "cycles.manage", hubId));
  if (managed.length === 0 && !opens(principal, "cycles.manage", "")) {
    if (principal.who.kind === "anonymous") return refuse({ code: "not-signed-in" });
    return refuse({ code: "not-allowed", act: "cycles.manage" });
  }
  const cycles = managed.map((row) => managedView(row, principal, request));
  return accept({ around: aroundOf(known, request), cycles });
}

/** One of them; to others it is not there. */
export async function readCycle(
  request: Request,
  cycleId: CycleId,
): Promise<Outcome<{ readonly around: Around; readonly cycle: ManagedView }, AccessRefusal>> {
  const read = await readCycles(request);
  if (!read.ok) return read;
  const cycle = read.value.cycles.find(({ id }) => id === cycleId);
  if (cycle === undefined) return refuse({ code: "not-found", what: "cycle" });
  return accept({ around: read.value.around, cycle });
}

function managedView(row: CycleRow, principal: Principal, { ports: { now } }: Request) {
  return {
    ...viewCycle(row, now),
    mayClose: opens(principal, "cycles.close", row.hubId) && mayBecome(row, "closed", now).ok,
    mayCancel: opens(principal, "cycles.cancel", row.hubId) && mayBecome(row, "cancelled", now).ok,
  };
}

/** Whether the act is this reader's, once it is signed. */
function opens(principal: Principal, act: Act, hub: string): boolean {
  return isOpenTo(principal, act, { hub });
}

/** Whether somebody may do this; what they still have to sign does not count. */
export function isOpenTo(principal: Principal, act: Act, subjects: Subjects = {}): boolean {
  const allowed = allow(principal, act, subjects);
  if (allowed.ok) return true;
  const { code } = allowed.refusal;
  return code === "passkey-needed" || code === "second-person-needed";
}

import type { Grant } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type OwnOrder, ownOrders } from "#store/own-orders.ts";
import type { Page, PageAsked } from "#store/page.ts";
import { passkeysBeside, type PasskeyView } from "#store/passkeys.ts";
import { addressesBeside, type AddressView, profileBeside } from "#store/persons.ts";
import { oneself } from "./own-sessions.ts";

/** What whoever is signed in reads of themselves. */
export interface Me {
  readonly id: PersonId;
  readonly name: string;
  readonly language: "it" | "en";
  readonly roles: readonly Grant[];
  readonly addresses: readonly AddressView[];
  readonly passkeys: readonly PasskeyView[];
}

export async function readMe(request: Request): Promise<Outcome<Me, AccessRefusal>> {
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    profile: profileBeside(session),
    addresses: addressesBeside(session),
    passkeys: passkeysBeside(session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const { name = "", language = "it" } = known.profile ?? {};
  const passkeys = known.passkeys.map(toShown);
  const { id, grants: roles } = self.value;
  return accept({ id, name, language, roles, addresses: known.addresses, passkeys });
}

/** What whoever is signed in ordered, the newest first. */
export async function listOwnOrders(
  request: Request,
  asked: PageAsked,
): Promise<Outcome<Page<OwnOrder>, AccessRefusal>> {
  const { known, principal } = await look(request, {
    orders: ownOrders(request.credentials.session, asked),
  });
  const self = oneself(principal, "self.read");
  return self.ok ? accept(known.orders) : self;
}

function toShown({ id, name, addedAt, lastUsedAt }: PasskeyView): PasskeyView {
  return { id, name, addedAt, lastUsedAt };
}

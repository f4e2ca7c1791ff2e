import type { SignedIn } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { passkeysBeside, type PasskeyView } from "#store/passkeys.ts";
import { addressesBeside, type AddressView, type Language, profileBeside } from "#store/persons.ts";
import { sessionsBeside, type SessionView } from "#store/sessions.ts";

/** Everything about one's own access, in the page's one round trip. */
export interface OwnView {
  readonly around: Around;
  readonly who: SignedIn;
  readonly passkeys: readonly PasskeyView[];
  readonly sessions: readonly SessionView[];
  readonly addresses: readonly AddressView[];
  readonly language: Language;
}

export async function readOwn(request: Request): Promise<Outcome<OwnView, AccessRefusal>> {
  const { credentials, ports } = request;
  const { session } = credentials;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    passkeys: passkeysBeside(session),
    sessions: sessionsBeside(session, ports.now),
    addresses: addressesBeside(session),
    profile: profileBeside(session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  const { passkeys, sessions, addresses, profile } = known;
  const language = profile?.language ?? "it";
  const around = aroundOf(known, request);
  return accept({ around, who: self.value, passkeys, sessions, addresses, language });
}

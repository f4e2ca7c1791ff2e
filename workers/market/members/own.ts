import { type Act, allow } from "#domain/access/access.ts";
import type { Principal, SignedIn } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** Who is signed in, where they may do this with what is theirs: a token is nobody's browser. */
export function signedInAs(principal: Principal, act: Act): Outcome<SignedIn, AccessRefusal> {
  const { who } = principal;
  const person = who.kind === "person" ? who.id : null;
  const allowed = allow(principal, act, { person });
  if (!allowed.ok) return allowed;
  return who.kind === "person" ? accept(who) : refuse({ code: "not-allowed", act });
}

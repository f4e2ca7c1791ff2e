import type { EmailId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { AddressRefusal } from "./refusals.ts";

/** An address of somebody; it signs in and gets notices once it is confirmed. */
export interface OwnAddress {
  readonly id: EmailId;
  readonly confirmedAt: Instant | null;
}

/** Nobody takes away the last address by which they come in and are told of things. */
export function checkRemoval(
  own: readonly OwnAddress[],
  removed: OwnAddress,
): Outcome<null, AddressRefusal> {
  const others = own.filter(({ id, confirmedAt }) => id !== removed.id && confirmedAt !== null);
  const isLast = removed.confirmedAt !== null && others.length === 0;
  return isLast ? refuse({ code: "last-address" }) : accept(null);
}

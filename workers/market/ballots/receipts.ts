import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type FoundReceipt, receiptBy } from "#store/receipts.ts";

/** What a tracker comes to. Of a secret ballot it never says what it says. */
export type ReceiptState =
  | { readonly state: "unknown" }
  | (Omit<FoundReceipt, "ballot" | "closesAt"> & {
      readonly state: "included" | "sealed";
      /** What an open ballot says, once the vote is closed; null until then and of a secret one. */
      readonly choice: Choice | null;
      readonly castAt: Instant | null;
    });

/** Whether a ballot with this tracker is in a box of the proposal, and under which seal. */
export async function showReceipt(
  request: Request,
  { proposalId, tracker }: { readonly proposalId: ProposalId; readonly tracker: string },
): Promise<Outcome<ReceiptState, AccessRefusal>> {
  const { known, principal } = await look(request, { found: receiptBy(proposalId, tracker) });
  const allowed = allow(principal, "ballot-receipts.read");
  if (!allowed.ok) return allowed;
  if (known.found === null) return accept({ state: "unknown" });
  const { ballot, closesAt, ...found } = known.found;
  const told = request.ports.now >= closesAt ? ballot : null;
  const [choice, castAt] = [told?.choice ?? null, told?.castAt ?? null];
  return accept({ ...found, state: found.seal === null ? "included" : "sealed", choice, castAt });
}

import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { ShareTransferId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { ShareRefusal } from "#domain/membership/refusals.ts";
import { transferFreeOn } from "#domain/membership/share-deeds.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { transferMember } from "#store/member-records.ts";
import { acceptShares, TRANSFER_ACCEPTED, transferById } from "#store/share-transfers.ts";
import { ownOf } from "./enter.ts";
import type { TransferView } from "./transfers.ts";

/** Whoever is to have shares says that they want them; the board's word is another matter. */
export function acceptTransfer(request: Request, id: ShareTransferId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({
      asked: transferById(id),
      to: transferMember(id, "to", toRome(now).date),
    }),
    decide: (
      { asked, to },
      principal,
    ): Outcome<Plan<TransferView>, AccessRefusal | ShareRefusal> => {
      const own = ownOf(principal, to);
      if (!own.ok) return own;
      if (asked === null) return refuse({ code: "not-found", what: "transfer" });
      if (asked.ending !== null) return refuse({ code: "transfer-ended" });
      if (asked.acceptedAt !== null) return refuse({ code: "transfer-accepted" });
      const { shares, ending, askedAt } = asked;
      return accept({
        value: { id, shares, ending, acceptedAt: now, freeOn: transferFreeOn(askedAt) },
        statements: [acceptShares(id, now)],
      });
    },
    guards: { [TRANSFER_ACCEPTED]: { code: "transfer-accepted" } },
  });
}

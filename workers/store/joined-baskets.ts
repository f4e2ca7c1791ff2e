import type { Digest } from "#domain/kernel/digest.ts";
import type { BasketId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";

/** Says that the person has got another basket meanwhile, on another device. */
export const BASKET_OF_ONE = "basket.person_id";

/**
 * The lines of one basket go into another one of the same cycle, and the first is no more. What is
 * in both is wanted as often as the basket says that wants it more often: whoever chose the same
 * on two devices mostly meant it once, and either quantity is one that can be ordered.
 */
export function joinInto(
  target: BasketId,
  { from, at }: { readonly from: BasketId; readonly at: Instant },
): Statement[] {
  return [
    {
      sql: `INSERT INTO basket_line (basket_id, offer_id, wanted_milli, tolerance_milli, added_at)
        SELECT ?, offer_id, wanted_milli, tolerance_milli, added_at
        FROM basket_line WHERE basket_id = ?
        ON CONFLICT (basket_id, offer_id) DO UPDATE SET
          wanted_milli = max(wanted_milli, excluded.wanted_milli),
          tolerance_milli = max(tolerance_milli, excluded.tolerance_milli)`,
      args: [target, from],
    },
    { sql: "UPDATE basket SET changed_at = ? WHERE id = ?", args: [at, target] },
    dropBasket(from),
  ];
}

/**
 * A guest's basket becomes a person's. Its token opens it no more, since from now on a session
 * does: `newDigest` is of a token that nobody has.
 */
export function giveBasket(
  basket: BasketId,
  to: { readonly personId: PersonId; readonly newDigest: Digest; readonly at: Instant },
): Statement {
  return {
    sql: "UPDATE basket SET person_id = ?, token_digest = ?, changed_at = ? WHERE id = ?",
    args: [to.personId, to.newDigest, to.at, basket],
  };
}

export function dropBasket(basket: BasketId): Statement {
  return { sql: "DELETE FROM basket WHERE id = ?", args: [basket] };
}

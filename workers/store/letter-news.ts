import { forgottenBefore } from "#domain/access/retention.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { LetterNews } from "#domain/notices/news.ts";
import type { Statement } from "#ports/database.ts";

/** News only ever move a letter forward along this line, so that their order does not matter. */
const LINE = "queued withheld refused sent delivered bounced complained";

/**
 * Notes news of a letter. Of one that is not ours, or is further on already, nothing changes.
 * One that was erased says no more why: a carrier's words name addresses.
 */
export function letterHeard(news: LetterNews): Statement {
  const { state, at, reason, letterId, carrierId } = news;
  return {
    sql: `UPDATE letter SET state = ?1, state_at = ?2,
        reason = iif(recipient IS NULL, NULL, ?3)
      WHERE id = coalesce(?4, (SELECT id FROM letter WHERE carrier_id = ?5))
        AND (carrier_id IS NULL OR carrier_id = ?5)
        AND instr('${LINE}', state) < instr('${LINE}', ?1)`,
    args: [state, at, reason, letterId, carrierId],
  };
}

/**
 * Forgets what a letter said once it need not be sent again, and later to whom: news of an
 * address are forgotten with it.
 */
export function forgetLetters(now: Instant): Statement[] {
  return [
    {
      sql: `UPDATE letter SET words = NULL
        WHERE words IS NOT NULL AND state <> 'queued' AND state_at < ?`,
      args: [forgottenBefore("letter-words", now)],
    },
    {
      sql: `UPDATE letter SET recipient = NULL, words = NULL, reason = NULL
        WHERE recipient IS NOT NULL AND state <> 'queued' AND queued_at < ?`,
      args: [forgottenBefore("letter-addresses", now)],
    },
  ];
}

import { DAY, type Instant } from "#domain/kernel/instant.ts";
import type { LetterNews } from "#domain/notices/news.ts";
import type { Statement } from "#ports/database.ts";

/** News only ever move a letter forward along this line, so that their order does not matter. */
const LINE = "queued withheld refused sent delivered bounced complained";

/** Notes news of a letter. Of one that is not ours, or is further on already, nothing changes. */
export function letterHeard(news: LetterNews): Statement {
  const { state, at, reason, letterId, carrierId } = news;
  return {
    sql: `UPDATE letter SET state = ?1, state_at = ?2, reason = ?3
      WHERE id = coalesce(?4, (SELECT id FROM letter WHERE carrier_id = ?5))
        AND (carrier_id IS NULL OR carrier_id = ?5)
        AND instr('${LINE}', state) < instr('${LINE}', ?1)`,
    args: [state, at, reason, letterId, carrierId],
  };
}

/** How long the words of a letter that was sent wait for it to come back. */
const WORDS_LIVE_MS = 7 * DAY;
/** How long a letter says to whom it went: news of an address are forgotten with it. */
const ADDRESS_LIVES_MS = 365 * DAY;

/** Forgets what a letter said once it need not be sent again, and later to whom. */
export function forgetLetters(now: Instant): Statement[] {
  return [
    {
      sql: `UPDATE letter SET words = NULL
        WHERE words IS NOT NULL AND state <> 'queued' AND state_at < ?`,
      args: [now - WORDS_LIVE_MS],
    },
    {
      sql: `UPDATE letter SET recipient = NULL, words = NULL, reason = NULL
        WHERE recipient IS NOT NULL AND state <> 'queued' AND queued_at < ?`,
      args: [now - ADDRESS_LIVES_MS],
    },
  ];
}

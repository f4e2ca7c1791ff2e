import type { ListPart, Proposal } from "#domain/governance/proposal/proposal.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Shown } from "./held.ts";
import { type Page, type PageAsked, paged } from "./page.ts";
import { LISTED_SQL, toProposal } from "./proposal-rows.ts";
import type { Loader } from "./statement.ts";

const OPEN = `p.ended_at IS NULL AND c.text_version = v.version AND c.opens_at <= ?1
  AND ?1 < coalesce(c.extended_to, c.closes_at)`;
const DECIDED = `(p.ended_at IS NOT NULL OR
  (c.text_version = v.version AND coalesce(c.extended_to, c.closes_at) <= ?1))`;

const WHERE: Readonly<Record<ListPart, string>> = {
  all: "?1 > 0",
  open: OPEN,
  coming: `NOT coalesce(${DECIDED}, 0)
    AND NOT coalesce(c.text_version = v.version AND c.opens_at <= ?1, 0)`,
  decided: DECIDED,
};

/**
 * Proposals that were put before the members, the newest first, without their bodies.
 * The cursor is the number of the last one that was seen.
 */
export function proposalPage(
  part: ListPart,
  now: Instant,
  asked: PageAsked,
): Loader<Page<Proposal>> {
  const before = asked.after === null ? Number.MAX_SAFE_INTEGER : Number(asked.after);
  const loader = {
    statement: {
      sql: `${LISTED_SQL} WHERE p.submitted_at IS NOT NULL AND p.number < ?2 AND ${WHERE[part]}
        ORDER BY p.number DESC LIMIT ?3`,
      args: [now, before, asked.limit + 1],
    },
    parse: (rows: Parameters<Loader<unknown>["parse"]>[0]) => rows.map(toProposal),
  };
  return paged(loader, asked, ({ number }) => String(number));
}

/** The drafts of whoever sends a request, the newest first. */
export function draftsShown({ session, bearer }: Shown): Loader<Proposal[]> {
  return {
    statement: {
      sql: `${LISTED_SQL} WHERE p.submitted_at IS NULL AND p.ended_at IS NULL
          AND p.author_id IN (SELECT m.id FROM member m WHERE m.person_id IN (
            SELECT person_id FROM session WHERE digest = ?
            UNION SELECT person_id FROM access_token WHERE digest = ?))
        ORDER BY p.number DESC LIMIT 50`,
      args: [session, bearer],
    },
    parse: (rows) => rows.map(toProposal),
  };
}

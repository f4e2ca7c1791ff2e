import type { Scheme } from "#domain/catalogue/certificates.ts";
import type { CycleId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { text } from "./cells.ts";
import { type Page, type PageAsked, pageOfItems } from "./page.ts";
import { asLists, listsAt } from "./row-lists.ts";
import {
  IN_FORCE,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  shownAt,
  type ShownOffer,
  shownOfferOf,
} from "./shown-offer.ts";
import type { Loader } from "./statement.ts";

/** A cycle by its id, or the one that is open now and closes first. */
export type WhichCycle = CycleId | "current";

/** At ?1: the id of the cycle ?3, or of the current one where that is NULL. */
export const THIS_CYCLE = `coalesce(?3, (
    SELECT id FROM cycle WHERE state = 'published' AND opens_at <= ?1 AND closes_at > ?1
    ORDER BY closes_at, id LIMIT 1
  ))`;

/** The three values that begin the arguments of every read of a cycle's shelf. */
export function cycleAt(which: WhichCycle, now: Instant) {
  return [...shownAt(now), which === "current" ? null : which] as const;
}

/** What of the shelf is asked for; null asks for everything. */
export interface ShelfAsked extends PageAsked {
  /** A shelf, with those right below it. */
  readonly category: string | null;
  /** A producer, by id or address. */
  readonly producer: string | null;
  readonly scheme: Scheme | null;
}

/** A part of the shelf of a cycle that is there. */
export interface CycleShelf extends Page<ShownOffer> {
  readonly cycleId: CycleId;
}

/** A part of a cycle's shelf in its order, read along the index that fits what is asked. */
export function cycleShelf(
  which: WhichCycle,
  asked: ShelfAsked,
  now: Instant,
): Loader<CycleShelf | null> {
  return {
    statement: shelfStatement(which, asked, now),
    parse: ([row]) => {
      if (row === undefined) return null;
      const offers = listsAt(row, 1, shownOfferOf);
      const page = pageOfItems(offers, asked, ({ position }) => String(position));
      return { cycleId: text(row, 0) as CycleId, ...page };
    },
  };
}

type Choice = (place: number) => string;
const inCategory: Choice = (at) =>
  `AND category_id IN (SELECT id FROM category WHERE id = ?${at} OR parent_id = ?${at})`;
const ofProducer: Choice = (at) =>
  `AND enterprise_id = (SELECT id FROM enterprise WHERE id = ?${at} OR slug = ?${at})`;
const attested: Choice = (at) => `AND enterprise_id IN (
    SELECT enterprise_id FROM certification WHERE scheme = ?${at} AND ${IN_FORCE})`;

function shelfStatement(which: WhichCycle, asked: ShelfAsked, now: Instant): Statement {
  const { category, producer, scheme, after, limit } = asked;
  const choices = (
    [
      [inCategory, category],
      [ofProducer, producer],
      [attested, scheme],
    ] as const
  ).filter(([, value]) => value !== null);
  return {
    sql: `SELECT meant.id, (
        SELECT ${asLists(SHOWN_COLUMNS, "o.position")} FROM (
          SELECT id AS chosen FROM offer
          WHERE cycle_id = meant.id AND withdrawn_at IS NULL AND position > ?4
            ${choices.map(([choice], index) => choice(6 + index)).join(" ")}
          ORDER BY position LIMIT ?5
        ) CROSS JOIN offer o ON o.id = chosen ${SHOWN_JOINS}
      ) FROM cycle AS meant WHERE meant.id = ${THIS_CYCLE}`,
    args: [
      ...cycleAt(which, now),
      Number(after ?? 0),
      limit + 1,
      ...choices.map(([, value]) => value),
    ],
  };
}

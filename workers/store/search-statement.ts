import { formsOf, stemOf, trigramsOf } from "#domain/catalogue/words.ts";
import { IN_FORCE } from "./shown-offer.ts";

/** More than these are never what somebody meant. */
const MOST_CANDIDATES = 72;
/** Words that a misspelt one may have been meant for. */
const MOST_NEAR = 20;

const THE_WEEK = "(SELECT id FROM week)";
const HOW_MANY = "(SELECT count(*) FROM whole)";

/** Whether the product `w` is offered in the week. */
const ON_THE_SHELF = `EXISTS (
    SELECT 1 FROM offer WHERE cycle_id = ${THE_WEEK} AND product_id = w.product_id)`;

/** The products of the week whose words match, with their words. */
function matching(asked: string): string {
  return `product_search CROSS JOIN search_words w ON w.row = product_search.rowid
    WHERE product_search MATCH ${asked} AND ${ON_THE_SHELF}`;
}

/** One row where there are more than enough: it leads, so that nothing is looked for otherwise. */
const IF_MANY = `(SELECT 1 FROM whole LIMIT 1 OFFSET ${MOST_CANDIDATES}) CROSS JOIN`;

/** Of more than enough those whose name begins with a word, then those with all in the name. */
const FIRST_OF_MANY = `SELECT DISTINCT row FROM (
    SELECT w.row FROM ${IF_MANY} ${matching("?5")}
    UNION ALL SELECT w.row FROM ${IF_MANY} ${matching("?6")}
    UNION ALL SELECT row FROM ${IF_MANY} whole
  ) LIMIT ${MOST_CANDIDATES}`;

/** The words that share most pieces with one that is not there as it is. */
const NEAR = `SELECT group_concat('"' || word || '"', ' OR ') FROM (
    SELECT word FROM search_piece
    WHERE piece IN (SELECT value FROM json_each(asked.value -> 1))
    GROUP BY word ORDER BY count(*) DESC, length(word), word LIMIT ${MOST_NEAR})`;

/**
 * Where nothing has all the words: what has most of them, as they are or nearly. With a limit, even
 * of none, the order is kept, and only as many products are looked up as are needed.
 */
const IN_PART = `SELECT w.row FROM (
    SELECT product_search.rowid AS found, count(*) AS words_found
    FROM part CROSS JOIN product_search WHERE product_search MATCH part.words
    GROUP BY found ORDER BY words_found DESC LIMIT -1
  ) CROSS JOIN search_words w ON w.row = found WHERE ${ON_THE_SHELF} LIMIT ${MOST_CANDIDATES}`;

const BY_PRACTICE = `SELECT w.row FROM (
    SELECT product_id FROM (
      SELECT DISTINCT enterprise_id FROM certification
      WHERE scheme IN (SELECT value FROM json_each(?8)) AND ${IN_FORCE}
    ) AS attested CROSS JOIN offer ON offer.cycle_id = ${THE_WEEK}
      AND offer.enterprise_id = attested.enterprise_id
    ORDER BY +position LIMIT ${MOST_CANDIDATES}
  ) AS made CROSS JOIN search_words w ON w.product_id = made.product_id`;

/** Where the words begin in what a candidate is found by: the earlier, the better it fits. */
const LATENESS = `(
    SELECT sum(coalesce(nullif(instr(
      ' ' || head || ' ' || name || ' ' || seller || ' ' || shelves, begins), 0), 1000))
    FROM lead)`;

/**
 * The steps of a search, to stand in a WITH after the step `week`, with the values of `askedWords`
 * as ?4 to ?7, the practices as ?8, and in ?9 and ?10 how many will likely be shown and after how
 * many. They give the tables `candidate` and `likely`. The products lead: CROSS JOIN keeps the
 * planner from reading the whole shelf.
 */
export const SEARCH = `whole AS MATERIALIZED (
    SELECT w.row FROM ${matching("?4")} LIMIT ${MOST_CANDIDATES + 1}
  ),
  part AS MATERIALIZED (
    SELECT words FROM (
      SELECT CASE WHEN EXISTS (SELECT 1 FROM ${matching("asked.value ->> 0")})
        THEN asked.value ->> 0 ELSE (${NEAR}) END AS words
      FROM json_each(?7) AS asked WHERE ${HOW_MANY} = 0
    ) WHERE words IS NOT NULL
  ),
  hit AS MATERIALIZED (
    SELECT row FROM whole WHERE ${HOW_MANY} <= ${MOST_CANDIDATES}
    UNION SELECT row FROM (${FIRST_OF_MANY})
    UNION SELECT row FROM (${IN_PART})
    UNION SELECT row FROM (${BY_PRACTICE})
  ),
  candidate AS MATERIALIZED (
    SELECT o.id, o.position, o.enterprise_id, o.category_id, w.head, w.name, w.seller, w.shelves
    FROM hit CROSS JOIN search_words w ON w.row = hit.row
    CROSS JOIN offer o ON o.cycle_id = ${THE_WEEK} AND o.product_id = w.product_id
      AND o.withdrawn_at IS NULL
  ),
  lead AS MATERIALIZED (SELECT value ->> 2 AS begins FROM json_each(?7)),
  likely AS MATERIALIZED (
    SELECT id FROM candidate ORDER BY ${LATENESS}, position LIMIT ?9 OFFSET ?10
  )`;

/**
 * The words of a search as `SEARCH` reads them: all of them anywhere; all of them, one at the head
 * of the name; all of them in the name; and each by itself, with its pieces and its beginning.
 */
export function askedWords(words: readonly string[]): readonly [string, string, string, string] {
  const each = words.map((word) => `(${anyForm(word)})`);
  const all = each.join(" AND ");
  const head = `{head} : (${each.join(" OR ")})`;
  const alone = words.map((word) => [anyForm(word), trigramsOf(word), ` ${stemOf(word)}`]);
  const [anywhere, atHead, inName] =
    all === ""
      ? [NOTHING, NOTHING, NOTHING]
      : [all, words.length === 1 ? head : `${head} AND ${all}`, `{head name} : (${all})`];
  return [anywhere, atHead, inName, JSON.stringify(alone)];
}

/** The phrase without words, which nothing matches. */
const NOTHING = '""';

/**
 * A word in any number, or as the beginning of another. Words hold letters and figures only, so
 * that quotes contain them.
 */
function anyForm(word: string): string {
  const forms = formsOf(word).map((form) => `"${form}"`);
  return (Array.from(word).length < 2 ? forms : [...forms, `"${word}" *`]).join(" OR ");
}

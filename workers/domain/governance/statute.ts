/** So long may the text of an article be, with its heading. */
export const MOST_ARTICLE_CHARACTERS = 8000;

/** The rule that every article of the statute is a version of; its number is the subject. */
export const STATUTE = "statute";

/** An article as it is read: a heading, then paragraphs. */
export interface Article {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Whether a text is the number of an article: `7`, `12-bis`. */
export function isArticleNumber(text: string): boolean {
  return /^[1-9]\d{0,2}(-(bis|ter|quater|quinquies))?$/.test(text);
}

/** The text of an article: its first line is the heading; nothing at all where it was repealed. */
export function readArticle(text: string): Article {
  const [heading = "", ...lines] = text.split("\n").map((line) => line.trim());
  return { heading, paragraphs: lines.filter((line) => line !== "") };
}

const LATIN = ["bis", "ter", "quater", "quinquies"];

/** Articles in the order of the statute: 7, 8, 8-bis, 8-ter, 9, 10. */
export function compareArticles(one: string, other: string): number {
  return placeOf(one) - placeOf(other);
}

function placeOf(article: string): number {
  const [number = "", suffix = ""] = article.split("-");
  return Number(number) * (LATIN.length + 1) + LATIN.indexOf(suffix) + 1;
}

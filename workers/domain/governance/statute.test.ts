import { expect, test } from "vitest";
import { compareArticles, isArticleNumber, readArticle } from "./statute.ts";

test("an article is called by its number, as the law calls them", () => {
  for (const article of ["1", "12", "12-bis", "120-quinquies"]) {
    expect(isArticleNumber(article), article).toBe(true);
  }
  for (const nothing of ["", "0", "01", "12bis", "12-", "1000", "bis", "3-BIS"]) {
    expect(isArticleNumber(nothing), nothing).toBe(false);
  }
});

test("articles stand in the order of the statute", () => {
  const shuffled = ["10", "8-ter", "9", "8", "7", "8-bis"];
  expect(shuffled.toSorted(compareArticles)).toEqual(["7", "8", "8-bis", "8-ter", "9", "10"]);
});

test("the first line of an article is its heading, the others are paragraphs", () => {
  const read = readArticle("Soci\n\nSono soci:\n  chi produce;\n");
  expect(read).toEqual({ heading: "Soci", paragraphs: ["Sono soci:", "chi produce;"] });
});

test("an article that was repealed says nothing", () => {
  expect(readArticle("")).toEqual({ heading: "", paragraphs: [] });
});

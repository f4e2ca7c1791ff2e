import { en, it } from "#tests/written-words.ts";
import type { World } from "./world.ts";
import { type Column, OWNERSHIPS, type Row } from "./row.ts";
import { ask } from "./judge.ts";
import { heavyIslands } from "#tests/island-props.ts";

/** Readers who between them come to every page and to every refusal of a form. */
const READERS: readonly Column[] = ["anonymous", "link", "household", "member", "officer"];

/** Whether a row is about a page: what people read has a language, what programs read has none. */
export function isPage({ route }: Row): boolean {
  const [, path = ""] = route.split(" ");
  return !path.startsWith("/api/") && path !== "/health";
}

/** What differs, but for the words, between a page in Italian and the same page in English. */
export async function differences(world: World, row: Row): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const column of READERS) {
    for (const ownership of OWNERSHIPS) {
      const asked = { row, column, ownership };
      const inItalian = await ask(world, asked);
      const inEnglish = await ask(world, asked, "/en");
      const found = compare(inItalian, inEnglish);
      wrong.push(...found.map((one) => `${column}, ${ownership}: ${one}`));
    }
  }
  return wrong;
}

/** What the world sells is called so in every language. */
const GOODS = "uova";

type Got = Awaited<ReturnType<typeof ask>>;

function compare(italian: Got, english: Got): readonly string[] {
  if (italian.status !== english.status) return [`${italian.status} but ${english.status}`];
  const [there, here] = [italian, english].map(({ headers }) => headers.get("Location"));
  if (there !== null && there !== undefined) {
    return here === `/en${there}` ? [] : [`${there} but ${here}`];
  }
  const [source, page]: readonly unknown[] = [italian.body, english.body];
  if (typeof source !== "string" || typeof page !== "string") return [];
  if (!source.startsWith("<!doctype html>")) return [];
  return [
    ...(source.includes('<html lang="it">') ? [] : ["not said to be Italian"]),
    ...(page.includes('<html lang="en">') ? [] : ["not said to be English"]),
    ...heavyIslands(page),
    ...(english.headers.get("Content-Language") === "en" ? [] : ["not sent as English"]),
    ...(it.foundIn(source).length > 5 ? [] : ["the Italian page has no words of ours"]),
    ...it
      .foundIn(page)
      .filter((words) => words !== GOODS)
      .map((words) => `left in Italian: ${words}`),
    ...(en.foundIn(page).length > 5 ? [] : ["the English page has no words of ours"]),
    ...linksOf(page)
      .filter((address) => !/^\/en(?:\/|$)/.test(address))
      .map((address) => `leads out of English: ${address}`),
  ];
}

/** Where links and forms of a page lead, but for its other language and the API. */
function linksOf(html: string): readonly string[] {
  const body = html.slice(html.indexOf("<body"));
  const tags = body.match(/<(?:a|form|button)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => !tag.includes("hreflang="))
    .flatMap((tag) => [...tag.matchAll(/ (?:href|action|formaction)="(\/[^"]*)"/g)])
    .map(([, address = ""]) => address)
    .filter((address) => !address.startsWith("/api/"));
}

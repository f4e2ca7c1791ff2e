import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pages as routes } from "#market/pages.ts";
import { type ListedPage, noPages, pageList, type ReaderKind } from "./page-list.ts";
import { deadControls, smallTargets, tooWide, wrongText } from "./page-shape.ts";
import { openPageWorld, type PageWorld } from "./page-world.ts";

let world: PageWorld;
const contexts = new Map<ReaderKind, BrowserContext>();
const readers: readonly ReaderKind[] = ["stranger", "guest", "member", "officer"];
const phone = { viewport: { width: 360, height: 780 }, javaScriptEnabled: false } as const;
beforeAll(async () => {
  world = await openPageWorld();
  for (const reader of readers) contexts.set(reader, await world.contextOf(reader, phone));
});
afterAll(() => world?.close());

test("every route that draws a page has a page in the list", () => {
  const drawn = new Set(routes.routes.filter(({ method }) => method === "GET").map((r) => r.path));
  const listed = new Set([...pageList.map(({ route }) => route), ...Object.keys(noPages)]);
  expect([...drawn].filter((route) => !listed.has(route))).toEqual([]);
  expect([...listed].filter((route) => !drawn.has(route))).toEqual(["*"]);
});

async function open({ name, reader, at, status = 200 }: ListedPage): Promise<Page> {
  const context = contexts.get(reader);
  if (context === undefined) throw new Error(`nobody reads ${name}`);
  const page = context.pages()[0] ?? (await context.newPage());
  const answer = await page.goto(world.url + at(world));
  expect([name, answer?.status(), new URL(page.url()).pathname]).toEqual([
    name,
    status,
    at(world).replace(/\?.*/, ""),
  ]);
  return page;
}

test.each(pageList)(
  "on a phone without scripts nothing of $name is dead or cut",
  async (listed) => {
    const page = await open(listed);
    const wrong = [
      ...(await wrongText(page, listed.name.endsWith("-en") ? "en" : "it")),
      ...(await deadControls(page)),
      ...(await smallTargets(page)),
      ...(await tooWide(page)),
    ];
    await page.setViewportSize({ width: 320, height: 640 });
    wrong.push(...(await tooWide(page)));
    await page.setViewportSize(phone.viewport);
    expect(wrong).toEqual([]);
  },
);

/** Pages that a link of another leads to are asked for as its reader would. */
async function read(reader: ReaderKind, path: string) {
  const answer = await fetch(world.url + path, { headers: { Cookie: world.cookies(reader) } });
  return { status: answer.status, html: await answer.text() };
}

const idsIn = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

test("every link of every page leads to a page that is there, and to its place in it", async () => {
  const links = new Map<string, ReaderKind>();
  const wrong: string[] = [];
  for (const { reader, at } of pageList) {
    const { html } = await read(reader, at(world));
    for (const [, href = ""] of html.matchAll(/<a [^>]*?href="(\/[^"]*)"/g)) {
      links.set(href.replaceAll("&amp;", "&"), reader);
    }
  }
  expect(links.size).toBeGreaterThan(100);
  for (const [link, reader] of links) {
    const [path = "", place] = link.split("#");
    const { status, html } = await read(reader, path);
    // The other language of what is not there is not there either.
    if (status !== 200 && !path.endsWith("/nessuna-pagina")) wrong.push(`${status} ${link}`);
    if (place !== undefined && !idsIn(html).has(place)) wrong.push(`no such place: ${link}`);
  }
  expect(wrong).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Fetcher } from "@cloudflare/workers-types";
import type { Page } from "playwright-core";
import { app } from "#market/app.ts";
import type { Bindings } from "#market/edge/env.ts";
import { type ListedPage, pageList } from "./page-list.ts";
import { tooWide } from "./page-shape.ts";
import { openPageWorld, type PageWorld } from "./page-world.ts";
import { lengthened, lengthenTexts } from "./pseudo-locale.ts";

/** Where no neighbour answers: pages ask none. */
const NOBODY = "http://127.0.0.1:9";

let world: PageWorld;
let page: Page;
let sheet = "";
let env: Bindings;
beforeAll(async () => {
  world = await openPageWorld();
  const { host } = world.week;
  const home = await (await fetch(world.url)).text();
  const path = /rel="stylesheet" href="([^"]+)"/.exec(home)?.[1] ?? "";
  sheet = await (await fetch(world.url + path)).text();
  const clock = { fetch: async () => Response.json({ now: host.clock.now() }) };
  env = {
    DATABASE_URL: host.databaseUrl,
    DATABASE_TOKEN: host.databaseToken,
    SECRET_KEY: "a secret of at least thirty-two characters",
    ORIGIN_HOSTS: "localhost",
    PAYMENTS_URL: NOBODY,
    MAIL_URL: NOBODY,
    CLOCK: clock as unknown as Fetcher,
  };
  // The world is made in Italian, and read in the longer language.
  lengthenTexts();
  const context = await world.contextOf("stranger", { viewport: { width: 360, height: 780 } });
  page = await context.newPage();
});
afterAll(() => world?.close());

/** The page as this process draws it, with the sheet and the fonts of the host. */
async function draw({ reader, at }: ListedPage): Promise<string> {
  const headers = { Cookie: world.cookies(reader) };
  const answer = await app.request(`http://localhost${at(world)}`, { headers }, env);
  const html = await answer.text();
  return html.replace(
    /<head>.*?<\/head>/s,
    `<head><base href="${world.url}/"><title>x</title><style>${sheet}</style></head>`,
  );
}

test("a text grows by two fifths, and what stands in it stays", () => {
  expect(lengthened("Togli 2 pezzi")).toBe("Togliàè 2 pezziàè");
});

/** The link of a letter opens with the host's own secret. */
const drawn = pageList.filter(({ name }) => !name.endsWith("-en") && name !== "stop-letters");

test.each(drawn)("$name has room for a language longer than ours", async (listed) => {
  const html = await draw(listed);
  expect(html).toMatch(/<h1[^>]*>[^<]*[àèéìòù]{2}|àèéìò/);
  await page.setContent(html);
  expect(await tooWide(page)).toEqual([]);
});

import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriousIn } from "./axe.ts";
import { pageList, type ReaderKind } from "./page-list.ts";
import { tooWide } from "./page-shape.ts";
import { openPageWorld, type PageWorld } from "./page-world.ts";
import { keepPicture } from "./picture.ts";

/** Every page is looked at in two of four ways, its neighbours in the list in the other two. */
const TURNS = [
  [
    { width: 360, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ],
  [
    { width: 360, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
  ],
] as const;

let world: PageWorld;
const contexts = new Map<ReaderKind, BrowserContext>();
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(() => world?.close());

async function pageOf(reader: ReaderKind): Promise<Page> {
  const context = contexts.get(reader) ?? (await world.contextOf(reader));
  contexts.set(reader, context);
  return context.pages()[0] ?? context.newPage();
}

const turned = pageList.map((listed, index) => {
  const looks = TURNS[index % TURNS.length] ?? TURNS[0];
  const said = looks.map(({ width, colorScheme }) => `${width} ${colorScheme}`).join(", ");
  return { ...listed, looks, said };
});

test.each(turned)("$name can be read by all ($said)", async ({ name, reader, at, looks }) => {
  const page = await pageOf(reader);
  const wrong: string[] = [];
  await page.goto(world.url + at(world));
  for (const { width, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(async () => void (await document.fonts.ready));
    await keepPicture(page, `${name}-${width}-${colorScheme}`);
    const found = [...(await tooWide(page)), ...(await seriousIn(page))];
    wrong.push(...found.map((one) => `${width} ${colorScheme}: ${one}`));
  }
  expect(wrong).toEqual([]);
});

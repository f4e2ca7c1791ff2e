import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A phone and a desk, in light and in dark. */
const looks = [
  [360, "light"],
  [360, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const;

/** What is wrong with a page in each look: what overflows, and what axe finds serious or worse. */
export async function complaintsOf(page: Page, name: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [width, colorScheme] of looks) {
    // Colours that fade from one scheme to the other would be measured half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(async () => void (await document.fonts.ready));
    await picture(page, `${name}-${width}-${colorScheme}`);
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    if (beyond !== 0) wrong.push(`${name} at ${width}: ${beyond} px too wide`);
    wrong.push(...(await axeOn(page)).map((found) => `${name} at ${width}: ${found}`));
  }
  return wrong;
}

/** Keeps a picture of the page where `FILIERA_PICTURES` says. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["FILIERA_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

async function axeOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<Found>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

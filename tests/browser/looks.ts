import type { Page } from "playwright-core";
import { seriousIn } from "./axe.ts";
import { tooWide } from "./page-shape.ts";
import { keepPicture } from "./picture.ts";

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
    await keepPicture(page, `${name}-${width}-${colorScheme}`);
    const found = [...(await tooWide(page)), ...(await seriousIn(page))];
    wrong.push(...found.map((one) => `${name} at ${width}: ${one}`));
  }
  return wrong;
}

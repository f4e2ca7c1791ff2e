import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Keeps a picture of the page where `FILIERA_PICTURES` says. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["FILIERA_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

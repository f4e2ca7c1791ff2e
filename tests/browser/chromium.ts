import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/**
 * A Chromium to walk through the pages with: `CHROMIUM_PATH` where it is given, or the one that
 * installs from npm (Linux x64). Of that package's own flags none is used: they change how pages
 * are laid out.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** For a context whose complaints are read: a page that is left while it fades in complains. */
export const STILL = { reducedMotion: "reduce" } as const;

import type { Page } from "playwright-core";
import { brotliBytes } from "#tests/island-props.ts";

/** Brotli bytes of what a page is made of. Fonts and pictures are counted as they are. */
export interface Weight {
  readonly script: number;
  readonly style: number;
  readonly total: number;
}

/** The scripts that a page loads from now on, each once: what is asked for again weighs nothing. */
export function followScripts(page: Page): { bytes: () => Promise<number> } {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (came) => {
    if (came.request().resourceType() === "script") scripts.set(came.url(), came.body());
  });
  const bytes = async () => {
    const bodies = await Promise.all(scripts.values());
    return bodies.reduce((sum, body) => sum + brotliBytes(body), 0);
  };
  return { bytes };
}

const files = new Map<string, Promise<number>>();

/**
 * Weighs a page as a first visit to it would: the document, what it names (also what it asks for
 * ahead), and what it loaded since. Each file is asked for once.
 */
export async function weigh(page: Page, html: string): Promise<Weight> {
  const named = await page.evaluate(() => {
    const sources = [...document.querySelectorAll<HTMLScriptElement>("script[src]")];
    const links = [...document.querySelectorAll<HTMLLinkElement>("link[href]")];
    const loading = links.filter(({ rel }) => /stylesheet|preload|prefetch|icon/.test(rel));
    return [
      ...sources.map(({ src }) => src),
      ...loading.map(({ href }) => href),
      ...performance.getEntriesByType("resource").map(({ name }) => name),
    ];
  });
  let [script, style, total] = [0, 0, brotliBytes(html)];
  for (const url of new Set(named)) {
    const { pathname } = new URL(url);
    // The pages of products are asked for ahead while a pointer rests; /sw.js is no page's own.
    if (!pathname.startsWith("/assets/") && !pathname.endsWith(".svg")) continue;
    const bytes = await (files.get(url) ?? weighFile(url));
    total += bytes;
    if (pathname.endsWith(".js")) script += bytes;
    if (pathname.endsWith(".css")) style += bytes;
  }
  return { script, style, total };
}

function weighFile(url: string): Promise<number> {
  const weighing = fetch(url).then(async (answer) => {
    const body = new Uint8Array(await answer.arrayBuffer());
    return /\.(?:js|css|svg)$/.test(new URL(url).pathname) ? brotliBytes(body) : body.byteLength;
  });
  files.set(url, weighing);
  return weighing;
}

import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { render } from "preact-render-to-string";
import type { Parts } from "#frontend/islands/parts.ts";
import { partsOf } from "#frontend/islands/parts.ts";
import type { ShopPage } from "#frontend/shop/frame.tsx";
import { framed } from "#frontend/shop/frame.tsx";
import { writeDocument } from "#frontend/ui/document.tsx";
import { type Instant, instant } from "#domain/kernel/instant.ts";
import type { Edge, Request } from "#market/edge/env.ts";
import { policyWithSheet } from "#market/edge/headers.ts";
import type { Around } from "./around.ts";
import { assetsOf, BUILD, SHEET_DIGEST } from "./http-assets.ts";
import { frameFacts } from "./http-facts.ts";
import { addressed, translationsOf, wordsOf } from "./http-language.ts";
import { fingerprint, tagOfFacts } from "./http-tag.ts";

/**
 * Writes a page for its reader. One that knows nothing of its reader may be kept by caches, which
 * ask each time whether it still is the same; any other is for this reader alone.
 */
export function writePage(
  c: Context<Edge>,
  around: Around,
  page: ShopPage,
  status: ContentfulStatusCode = 200,
): Response {
  const isKnown = knowsReader(c);
  const isPersonal = isKnown || page.isPersonal === true;
  const frame = frameFacts(around, nowOf(c), isKnown);
  const t = wordsOf(c);
  c.header("Content-Language", t.lang);
  const draw = (arrives: boolean) => {
    const inFrame = framed(t, assetsOf(page, arrives), frame, page);
    const all = { ...inFrame, translations: translations(c, page, status) };
    return addressed(t.lang, writeDocument(all, render));
  };
  if (asksForParts(c)) return writeParts(c, draw(false), page, status);
  if (isPersonal || status !== 200 || c.req.method !== "GET") {
    c.header("Cache-Control", "private, no-store");
    return c.html(draw(false), status);
  }
  const arrives = comesFromElsewhere(c);
  if (arrives) c.header("Content-Security-Policy", policyWithSheet(SHEET_DIGEST));
  const version = arrives ? `${BUILD} sheet` : BUILD;
  return writeKept(c, tagOfFacts(t, frame, page, version), () => draw(arrives));
}

/**
 * Whether a browser says that its reader opens this page from elsewhere (Fetch Metadata): nobody
 * whom we know, so that this may be the first page of ours. Its sheet is then written into it, and
 * the words are there one round trip earlier (docs/decisions/018).
 */
function comesFromElsewhere(c: Context<Edge>): boolean {
  const from = c.req.header("Sec-Fetch-Site");
  const isPage = c.req.header("Sec-Fetch-Dest") === "document";
  return isPage && (from === "none" || from === "cross-site");
}

/** A page that caches may keep: drawn only for who does not have it as it is now. */
function writeKept(c: Context<Edge>, known: string | null, draw: () => string): Response {
  c.header("Cache-Control", "public, no-cache");
  c.header("Vary", "Cookie, Accept, Sec-Fetch-Site");
  const asked = c.req.header("If-None-Match");
  if (known !== null) c.header("ETag", known);
  if (known !== null && asked === known) return c.body(null, 304);
  const html = draw();
  if (known !== null) return c.html(html);
  const tag = `"${fingerprint(html)}"`;
  c.header("ETag", tag);
  return asked === tag ? c.body(null, 304) : c.html(html);
}

/** A script of the page asks for what moves in it; a browser asks for a page. */
function asksForParts(c: Context<Edge>): boolean {
  return c.req.header("Accept") === "application/json";
}

/**
 * What moves in a page, for the scripts of this reader (`frontend/islands/parts.ts`). Its tag is
 * its own: a script that knows it already hears so.
 */
function writeParts(
  c: Context<Edge>,
  html: string,
  { title, refusal = null }: ShopPage,
  status: ContentfulStatusCode,
): Response {
  const parts: Parts = { title, refusal, ...partsOf(html) };
  const text = JSON.stringify(parts);
  const tag = `"${fingerprint(text)}"`;
  c.header("Cache-Control", "private, no-store");
  if (status === 200) {
    c.header("ETag", tag);
    if (c.req.header("If-None-Match") === tag) return c.body(null, 304);
  }
  c.header("Content-Type", "application/json; charset=utf-8");
  return c.body(text, status);
}

/** A page that no link leads to, as one to be signed or one that is not there, has one language. */
function translations(c: Context<Edge>, page: ShopPage, status: ContentfulStatusCode) {
  if (status === 404) return [];
  return c.req.method === "GET" || page.refused === true ? translationsOf(c, page.path) : [];
}

/** A request that was stopped before it was opened is taken for somebody's own. */
function knowsReader(c: Context<Edge>): boolean {
  const opened: Request | undefined = c.var.request;
  if (opened === undefined) return true;
  return Object.values(opened.credentials).some((shown) => shown !== null && shown !== false);
}

/** A page that was stopped before it was opened shows no time. */
function nowOf(c: Context<Edge>): Instant {
  const opened: Request | undefined = c.var.request;
  return opened?.ports.now ?? instant(0);
}

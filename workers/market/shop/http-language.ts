import type { Context, MiddlewareHandler } from "hono";
import { getPath } from "hono/utils/url";
import type { Lang } from "#frontend/texts/format.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import type { Edge } from "#market/edge/env.ts";
import { isProgram } from "#market/edge/guards.ts";

/**
 * The pages in English stand at `/en` before their Italian path, and nowhere else is it known:
 * routes, rules, signatures and the pages' own links name the Italian path. What comes in loses
 * its `/en` here, and what goes out is given it here.
 */
const ENGLISH = "/en";
const IN_ENGLISH = /^\/en(?=\/|$)/;

/** The path by which a request is answered, whatever its language. Programs have no language. */
export function pathAsked(request: globalThis.Request): string {
  const path = getPath(request);
  if (!IN_ENGLISH.test(path)) return path;
  const page = path.slice(ENGLISH.length);
  return isProgram(page) ? path : page || "/";
}

/** The words in which this request is answered: those of its address. */
export function wordsOf(c: Context<Edge>): Texts {
  return textsFor(languageOf(c));
}

function languageOf(c: Context<Edge>): Lang {
  return IN_ENGLISH.test(getPath(c.req.raw)) ? "en" : "it";
}

/** What is found at a path whatever the language: the API, and files, which have an ending. */
const NO_PAGE = /^\/(?:api|assets)\/|^\/health$|^\/\/|\.\w+$/;

/** A page's address in a language: `/prodotti?q=mele#ritiro` is `/en/prodotti?q=mele#ritiro`. */
export function addressIn(lang: Lang, address: string): string {
  if (lang === "it" || !address.startsWith("/")) return address;
  const [path = ""] = address.split(/[?#]/, 1);
  return NO_PAGE.test(path) || IN_ENGLISH.test(path) ? address : ENGLISH + address;
}

/** An address in a page, but for that of a link which says just before in what language it is. */
const WRITTEN = /(?<!hreflang="\w\w")( (?:href|action|formaction)="|"(?:href|action)":")([^"]+)/g;

/**
 * Gives every link and form of a written page its address in the page's language, and those in the
 * props of its islands. No text can look like one: its quotes are written as `&quot;`.
 */
export function addressed(lang: Lang, html: string): string {
  if (lang === "it") return html;
  return html.replace(
    WRITTEN,
    (_, attribute: string, address: string) => attribute + addressIn(lang, address),
  );
}

/** Who is sent on to another page goes on in the same language. */
export const keepLanguage: MiddlewareHandler<Edge> = async (c, next) => {
  await next();
  const address = c.res.headers.get("Location");
  if (address !== null) c.res.headers.set("Location", addressIn(languageOf(c), address));
};

/** Where this very page is in each language; its search and filters come along. */
export function translationsOf(c: Context<Edge>, path: string) {
  const { search } = new URL(c.req.url);
  const here = c.req.method === "GET" ? c.req.path + search : path;
  return (["it", "en"] as const).map((lang) => ({ lang, href: addressIn(lang, here) }));
}

import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { COOKIES } from "#domain/access/cookies.ts";
import type { Asker } from "#domain/access/mail-code.ts";
import type { Ids } from "#ports/ids.ts";
import { clientAddress } from "./client-address.ts";
import { OWN_COOKIE } from "./credentials.ts";
import type { Edge } from "./env.ts";

/** Of a browser that somebody once signed in from, by a code to the address it is good for. */
const { name: KNOWN_COOKIE, lifeMs } = COOKIES.known;
const KNOWN = /^[0-9a-z]{26}\.[0-9a-z]{32}$/;

/**
 * Who asks for a code, as far as it matters for how many letters an address gets: a browser that
 * was signed in with that address before has its own number; all others share one by the network
 * they ask from. The cookie proves itself, so that nothing is looked up, and it opens nothing.
 */
export function askerOf(c: Context<Edge>, ids: Ids, folded: string): Asker {
  const shown = getCookie(c, KNOWN_COOKIE) ?? "";
  const [name = ""] = shown.split(".");
  if (KNOWN.test(shown) && shown === knownBrowser(ids, keyedAddress(ids, folded), name)) {
    return `browser:${name}`;
  }
  const network = networkOf(clientAddress(c) ?? "");
  return `net:${ids.derived("net", network).slice(0, 16)}`;
}

/** An address that is kept where nobody should read it; the same each time. */
export function keyedAddress(ids: Ids, folded: string): string {
  return ids.derived("address", folded);
}

/** What a browser keeps to be known again by this address. */
export function knownBrowser(ids: Ids, address: string, name: string): string {
  return `${name}.${ids.derived("known-browser", address, name)}`;
}

/** Makes this browser known; nothing where it signed in without a letter. */
export function giveKnown(c: Context<Edge>, known: string): void {
  if (known === "") return;
  setCookie(c, KNOWN_COOKIE, known, { ...OWN_COOKIE, maxAge: lifeMs / 1000 });
}

/** What one household or firm usually has: 256 addresses of IPv4, a /48 of IPv6. */
function networkOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.toLowerCase().split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 3).join(":");
}

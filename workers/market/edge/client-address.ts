import type { Context } from "hono";
import type { Edge } from "./env.ts";

/** Addresses are short; what is longer was written by somebody, not by a proxy. */
const ADDRESS = /^[0-9a-f.:]{2,45}$/i;

/**
 * Where the request comes from, in the header that the deploy names (`CLIENT_ADDRESS_HEADER`): the
 * one that its own proxy writes over. No other header is believed, and none where none is named:
 * then only this machine speaks to the Worker. Of a list the last entry is the proxy's own.
 */
export function clientAddress(c: Context<Edge>): string | null {
  const name = c.env.CLIENT_ADDRESS_HEADER;
  if (name === undefined || name === "") return null;
  const last = c.req.header(name)?.split(",").at(-1)?.trim();
  return last !== undefined && ADDRESS.test(last) ? last : null;
}

import type { MiddlewareHandler } from "hono";
import type { Edge } from "./env.ts";
import { Stopped } from "./problem.ts";

/** The most that any request may carry. */
const MOST_BODY_BYTES = 256 * 1024;
/** As long as almost all bodies are: the platform reads one of these at once. */
const SMALL_BODY_BYTES = 16 * 1024;

/**
 * Reads the whole body of every request that has one, before anything can answer:
 * a handler that answers without reading makes keep-alive clients see a closed connection
 * (DESIGN fact 12). What is beyond the limit is read and thrown away, then refused.
 */
export const readBody: MiddlewareHandler<Edge> = async (c, next) => {
  c.set("bodyText", "");
  const { body } = c.req.raw;
  if (body !== null) {
    const saysSmall = Number(c.req.header("Content-Length") ?? Infinity) <= SMALL_BODY_BYTES;
    const text = saysSmall ? await readNext(c.req.raw.text()) : await readLimited(body);
    c.set("bodyText", text);
  }
  await next();
};

/** Piece by piece: what a body says of its length is a promise, or nothing at all. */
async function readLimited(stream: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await readNext(reader.read());
    if (done) break;
    size += value.byteLength;
    if (size <= MOST_BODY_BYTES) chunks.push(value);
    if (size > 16 * MOST_BODY_BYTES) {
      await reader.cancel();
      break;
    }
  }
  if (size > MOST_BODY_BYTES) throw new Stopped({ code: "too-large", mostBytes: MOST_BODY_BYTES });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return new TextDecoder().decode(whole);
}

/** A body that is cut or badly framed is its sender's mistake, and no failure of ours. */
async function readNext<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new Stopped({ code: "malformed-json" });
  }
}

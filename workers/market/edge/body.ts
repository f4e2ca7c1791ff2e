import type { MiddlewareHandler } from "hono";
import type { Edge } from "./env.ts";
import { Stopped } from "./problem.ts";

/** The most that any request may carry. */
const MOST_BODY_BYTES = 256 * 1024;

/**
 * Reads the whole body of every request that has one, before anything can answer:
 * a handler that answers without reading makes keep-alive clients see a closed connection
 * (DESIGN fact 12). What is beyond the limit is read and thrown away, then refused.
 */
export const readBody: MiddlewareHandler<Edge> = async (c, next) => {
  c.set("bodyText", "");
  if (c.req.raw.body !== null) {
    const bytes = await readLimited(c.req.raw.body);
    if (bytes === null) throw new Stopped({ code: "too-large", mostBytes: MOST_BODY_BYTES });
    c.set("bodyText", new TextDecoder().decode(bytes));
  }
  await next();
};

async function readLimited(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await readNext(reader);
    if (done) break;
    size += value.byteLength;
    if (size <= MOST_BODY_BYTES) chunks.push(value);
    if (size > 16 * MOST_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
  }
  if (size > MOST_BODY_BYTES) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** A body that is cut or badly framed is its sender's mistake, and no failure of ours. */
async function readNext(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw new Stopped({ code: "malformed-json" });
  }
}

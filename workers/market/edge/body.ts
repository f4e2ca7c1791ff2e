import type { Context, MiddlewareHandler } from "hono";
import type { Edge } from "./env.ts";
import { Stopped } from "./problem.ts";

/** The most that any request may carry. */
const MOST_BODY_BYTES = 256 * 1024;
/** A photo of a mebibyte in letters, and what stands around it. */
const MOST_PHOTO_BODY_BYTES = 1536 * 1024;
const OF_PHOTO = /\/(?:photo|foto)$/;
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
    const most = OF_PHOTO.test(c.req.path) ? MOST_PHOTO_BODY_BYTES : MOST_BODY_BYTES;
    const isFile = isFileForm(c.req.header("Content-Type"));
    const text =
      saysSmall && !isFile
        ? await readNext(c.req.raw.text())
        : await readLimited(body, { most, encoding: isFile ? "latin1" : "utf-8" });
    c.set("bodyText", text);
  }
  await next();
};

/** A form that carries a file: its text has a letter for each byte, so that none is lost. */
function isFileForm(type: string | undefined): boolean {
  return type?.startsWith("multipart/form-data") ?? false;
}

/**
 * The fields of a form that carries a file, and the file; none of a form of another kind.
 * @throws Stopped when it is badly made.
 */
export async function fileFormOf(c: Context<Edge>): Promise<FormData> {
  const type = c.req.header("Content-Type");
  if (!isFileForm(type)) return new FormData();
  const { bodyText } = c.var;
  const bytes = Uint8Array.from(bodyText, (letter) => letter.codePointAt(0) ?? 0);
  return readNext(new Response(bytes, { headers: { "Content-Type": type ?? "" } }).formData());
}

/** Piece by piece: what a body says of its length is a promise, or nothing at all. */
async function readLimited(
  stream: ReadableStream<Uint8Array>,
  { most, encoding }: { readonly most: number; readonly encoding: "utf-8" | "latin1" },
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await readNext(reader.read());
    if (done) break;
    size += value.byteLength;
    if (size <= most) chunks.push(value);
    if (size > 16 * most) {
      await reader.cancel();
      break;
    }
  }
  if (size > most) throw new Stopped({ code: "too-large", mostBytes: most });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return encoding === "latin1" ? letterEach(whole) : new TextDecoder().decode(whole);
}

/** (A TextDecoder of that name means Windows' letters, which lose some bytes.) */
function letterEach(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCodePoint(...bytes.subarray(at, at + 8192));
  }
  return text;
}

/** A body that is cut or badly framed is its sender's mistake, and no failure of ours. */
async function readNext<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new Stopped({ code: "malformed-json" });
  }
}

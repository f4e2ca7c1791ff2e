import { brotliCompressSync } from "node:zlib";

/** The most that the props of one island may weigh, as they stand in the page. */
const MOST_BYTES = 2048;

/** Islands of a page whose props are heavier than an island's may be. */
export function heavyIslands(html: string): readonly string[] {
  const blocks = html.matchAll(
    /<f-island id="([^"]+)"[^>]*><script type="application\/json">(.*?)<\/script>/gs,
  );
  return [...blocks]
    .map(([, id = "", props = ""]) => ({ id, bytes: Buffer.byteLength(props) }))
    .filter(({ bytes }) => bytes > MOST_BYTES)
    .map(({ id, bytes }) => `the island ${id} has props of ${bytes} bytes, at most ${MOST_BYTES}`);
}

/** What a text weighs on its way. */
export function brotliBytes(body: string | Uint8Array): number {
  return brotliCompressSync(body).length;
}

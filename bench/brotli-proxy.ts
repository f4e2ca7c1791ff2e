import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, constants } from "node:zlib";

/** A server before another one that compresses what it says, as an edge does. */
export interface Proxy {
  readonly url: string;
  close(): void;
}

const TEXTS = /^(?:text\/|application\/(?:javascript|json|manifest\+json)|image\/svg)/;
/** What an edge spends on a page that it does not keep. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Opens a proxy on loopback before `target`, for pages that are only read. */
export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port, host } = new URL(target);
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, host, "accept-encoding": "identity" };
    const onward = { hostname, port, path: asked.url, method: asked.method, headers };
    const passed = request(onward, (got) => {
      void buffer(got).then((body) => {
        const isText = TEXTS.test(got.headers["content-type"] ?? "") && body.length > 0;
        const sent = isText ? brotliCompressSync(body, QUALITY) : body;
        answer.writeHead(got.statusCode ?? 502, headersOf(got.headers, sent.length, isText));
        answer.end(sent);
      });
    });
    passed.on("error", () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((open) => void server.listen(0, "127.0.0.1", open));
  const { port: own } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${own}`, close: () => void server.close() };
}

function headersOf(got: IncomingHttpHeaders, length: number, isText: boolean) {
  const { "transfer-encoding": _, ...headers } = got;
  const encoded = isText ? { "content-encoding": "br" } : {};
  return { ...headers, ...encoded, "content-length": String(length) };
}

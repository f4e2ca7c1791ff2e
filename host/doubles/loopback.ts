import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request to a double, its body already read and parsed. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The Authorization header, `""` when absent. */
  readonly authorization: string;
  /** `undefined` when there is no body; `null` when it is not JSON. */
  readonly body: unknown;
  /** The Idempotency-Key, `""` when absent. */
  readonly key: string;
  /** Not sent by another site's page: from a page of this double, or from no page at all. */
  readonly isOwnPage: boolean;
}

/**
 * What a double answers: JSON, a page, or the way to one. `"hang up"` cuts the connection without
 * an answer.
 */
export type Told =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly html: string }
  | { readonly status: 303; readonly location: string }
  | "hang up";

/** A double of the outside world, reached by its URL. */
export interface Loopback {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `answer` on a free port of loopback. A request that it throws on is cut. */
export async function serveLoopback(
  answer: (asked: Asked) => Told | Promise<Told>,
): Promise<Loopback> {
  const server = createServer((request, response) => {
    void respond(request, response, answer);
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: Asked) => Told | Promise<Told>,
): Promise<void> {
  try {
    tell(response, await answer(await read(request)));
  } catch {
    response.destroy();
  }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const key = request.headers["idempotency-key"];
  const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://double");
  return {
    method: request.method ?? "GET",
    path,
    query,
    authorization: request.headers.authorization ?? "",
    body: parse(Buffer.concat(chunks).toString("utf8")),
    key: typeof key === "string" ? key : "",
    isOwnPage: isOwnPage(request),
  };
}

function isOwnPage({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || origin === `http://${host}`;
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function tell(response: ServerResponse, told: Told): void {
  if (told === "hang up") {
    response.destroy();
    return;
  }
  if ("location" in told) {
    response.writeHead(told.status, { location: told.location, "content-length": 0 }).end();
    return;
  }
  const isPage = "html" in told;
  const body = Buffer.from(isPage ? told.html : JSON.stringify(told.json));
  response.writeHead(told.status, {
    "content-type": isPage ? "text/html; charset=utf-8" : "application/json",
    "content-length": body.length,
  });
  response.end(body);
}

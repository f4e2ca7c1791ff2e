import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type Database from "libsql";

import { HranaConnection } from "./hrana-connection.ts";
import { runPipeline } from "./hrana-pipeline.ts";
import { HranaRefusal, parsePipeline } from "./hrana-protocol.ts";

/** A running server; `url` and `token` are what `createClient({ url, authToken })` takes. */
export interface LibsqlServer {
  readonly url: string;
  readonly token: string;
  /**
   * The connection behind the server, for set-up and inspection. Read it anew at each use: after
   * SQLITE_BUSY the server opens another.
   */
  readonly database: Database.Database;
  /** Finishes the requests under way, then closes the database. Safe to call twice. */
  close(): Promise<void>;
}

export interface LibsqlServerOptions {
  /** Path of the database file, or ":memory:". */
  readonly file: string;
  /** Port on loopback; 0, the default, takes a free one. */
  readonly port?: number;
  /** Bearer token; made at random when absent. */
  readonly token?: string;
  /** How long a statement waits for another process's lock, milliseconds. */
  readonly busyTimeoutMs?: number;
}

const largestBodyBytes = 32 * 1024 * 1024;
const pipelinePath = /^\/v[23]\/pipeline$/;

/**
 * Serves a libSQL file on loopback over Hrana (HTTP, JSON), as Turso and sqld do, for one machine.
 * Refuses strangers: no token 401, any Origin 403 (a browser page has no business here).
 * Rejects when the port is taken or the file cannot be opened.
 */
export async function startLibsqlServer(options: LibsqlServerOptions): Promise<LibsqlServer> {
  const token = options.token ?? randomBytes(32).toString("base64url");
  const connection = new HranaConnection(options.file, options.busyTimeoutMs ?? 2000);
  const expected = Buffer.from(`Bearer ${token}`);
  const server = createServer((request, response) => {
    receive(request, response, { connection, expected });
  });
  // A pooled connection must not be closed under a request that is on its way.
  server.keepAliveTimeout = 0;
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    connection.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    get database() {
      return connection.database;
    },
    close: () => (closing ??= closeServer(server).then(() => connection.close())),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

interface Serving {
  readonly connection: HranaConnection;
  readonly expected: Buffer;
}

// Whatever the answer, the body is read to its end first: closing a socket under an unread body
// breaks the client's next request. A request that is cut short never ends, and so never runs.
function receive(request: IncomingMessage, response: ServerResponse, serving: Serving): void {
  const refusal = refuseByHead(request, serving.expected);
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (refusal === undefined && bytes <= largestBodyBytes) chunks.push(chunk);
  });
  request.on("end", () => {
    send(response, refusal ?? answer(chunks, bytes, serving.connection));
  });
  request.on("error", () => response.destroy());
}

type Answer = readonly [status: number, body: string];

function refuseByHead(request: IncomingMessage, expected: Buffer): Answer | undefined {
  if (request.headers.origin !== undefined) return [403, problem("browsers are refused")];
  if (request.method === "GET" && /^\/v[23]\/?$/.test(request.url ?? "")) return [200, "{}"];
  const given = Buffer.from(request.headers.authorization ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return [401, problem("a bearer token is needed", "AUTH_REQUIRED")];
  }
  if (!pipelinePath.test(request.url ?? "")) return [404, problem("no such path")];
  return request.method === "POST" ? undefined : [405, problem("a pipeline is posted")];
}

function answer(chunks: readonly Buffer[], bytes: number, connection: HranaConnection): Answer {
  if (bytes > largestBodyBytes) return [413, problem("the body is too large")];
  const [only] = chunks;
  const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
  try {
    return [200, runPipeline(parsePipeline(body.toString("utf8")), connection)];
  } catch (error) {
    if (error instanceof HranaRefusal) return [400, problem(error.message, error.code)];
    return [500, problem(error instanceof Error ? error.message : "the database failed")];
  }
}

function problem(message: string, code = "REFUSED"): string {
  return JSON.stringify({ message, code });
}

function send(response: ServerResponse, [status, json]: Answer): void {
  const body = Buffer.from(json);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": body.length,
  });
  response.end(body);
}

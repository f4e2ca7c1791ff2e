import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What can go wrong with one request to a neighbour. before: it never arrives. after: it is done,
 * the answer is lost. half: the answer is cut. s502: the answer is replaced by a 502. stall: the
 * answer never comes. dup: it is delivered twice.
 */
export const FAULTS = ["before", "after", "half", "s502", "stall", "dup"] as const;
export type ProxyFault = (typeof FAULTS)[number];

/** A proxy between a Worker and one of its neighbours, all on loopback. */
export interface FaultProxy {
  readonly url: string;
  /** POSTs that came since the proxy started. */
  posts(): number;
  /** The k-th POST from now (1 is the next one) meets the fault; later ones meet none. */
  arm(k: number, fault: ProxyFault): void;
  /** Takes an armed fault back; tells whether it had struck. */
  disarm(): boolean;
  close(): Promise<void>;
}

interface Passed {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** Starts a proxy to `target`, which passes everything on until a fault is armed. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const state = { posts: 0, at: 0, fault: null as ProxyFault | null, struck: false };
  const server = createServer((asked, answer) => {
    const fault = asked.method === "POST" ? meet(state) : null;
    void passOn({ target, agent, fault }, asked, answer).catch(() => asked.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posts: () => state.posts,
    arm: (k, fault) => Object.assign(state, { at: state.posts + k, fault, struck: false }),
    disarm: () => {
      state.fault = null;
      return state.struck;
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function meet(state: { posts: number; at: number; fault: ProxyFault | null; struck: boolean }) {
  state.posts += 1;
  if (state.fault === null || state.posts !== state.at) return null;
  const { fault } = state;
  Object.assign(state, { fault: null, struck: true });
  return fault;
}

interface Way {
  readonly target: string;
  readonly agent: Agent;
  readonly fault: ProxyFault | null;
}

async function passOn(way: Way, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (way.fault === "before") {
    asked.socket.destroy();
    return;
  }
  const passed = await send(way, asked, body);
  if (way.fault === "dup") await send(way, asked, body);
  deliver(way.fault, passed, asked, answer);
}

function deliver(
  fault: ProxyFault | null,
  passed: Passed,
  asked: IncomingMessage,
  answer: ServerResponse,
): void {
  if (fault === "stall") return;
  if (fault === "after") {
    asked.socket.destroy();
    return;
  }
  if (fault === "s502") {
    answer.writeHead(502).end("bad gateway");
    return;
  }
  const { status, type, body } = passed;
  answer.writeHead(status, { "content-type": type, "content-length": body.length });
  if (fault !== "half") {
    answer.end(body);
    return;
  }
  answer.write(body.subarray(0, body.length >> 1));
  setTimeout(() => asked.socket.destroy(), 5);
}

function send(way: Way, asked: IncomingMessage, body: Buffer): Promise<Passed> {
  const { host: _host, "transfer-encoding": _coding, ...headers } = asked.headers;
  const { target, agent } = way;
  return new Promise((resolve, reject) => {
    const options = {
      method: asked.method ?? "GET",
      headers: { ...headers, "content-length": body.length },
      agent,
    };
    const passing = request(target + (asked.url ?? "/"), options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const type = answer.headers["content-type"] ?? "text/plain";
        resolve({ status: answer.statusCode ?? 502, type, body: Buffer.concat(chunks) });
      });
    });
    passing.on("error", reject);
    passing.end(body);
  });
}

import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type RunningMarket, secret } from "#tests/running-market.ts";
import type { TrialSize } from "./trial.ts";

/** Wants no body and a hub's token. */
const CLOSURE = `/api/v1/cycles/${"0".repeat(26)}/closure`;

/** Refusals that answer before the body means anything: each has to read it all the same. */
const REFUSED = [
  { status: 400, path: "/api/v1/orders", type: "application/json", bytes: 200_000 },
  { status: 401, path: CLOSURE, type: "application/json", bytes: 200_000 },
  { status: 404, path: "/api/v1/nowhere", type: "application/json", bytes: 200_000 },
  { status: 413, path: "/api/v1/orders", type: "application/json", bytes: 1_000_000 },
  { status: 415, path: "/api/v1/orders", type: "text/plain", bytes: 200_000 },
] as const;

/**
 * Clients that keep their connection: after a refusal with a large body the same connection
 * answers the next request (DESIGN fact 12). Clients that break HTTP itself: they get a 4xx or
 * nothing, and the others are answered.
 */
export async function roughClients(market: RunningMarket, { say }: TrialSize): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await post(market, agent, REFUSED[0]);
    for (const refused of REFUSED) {
      const { status, isReused } = await post(market, agent, refused);
      assert.equal(status, refused.status, JSON.stringify(refused));
      assert.ok(isReused, `the connection outlives what came before ${JSON.stringify(refused)}`);
    }
    const { isReused } = await post(market, agent, REFUSED[0]);
    assert.ok(isReused, "the connection is still there");
  } finally {
    agent.destroy();
  }
  for (const broken of BROKEN) await breakHttp(market, broken);
  say(`${REFUSED.length} refusals on one connection, ${BROKEN.length} broken requests`);
}

function post(market: RunningMarket, agent: Agent, refused: (typeof REFUSED)[number]) {
  const body = `{"x":"${"y".repeat(refused.bytes)}"}`;
  return new Promise<{ status: number; isReused: boolean }>((resolve, reject) => {
    const headers = {
      "Content-Type": refused.type,
      "Content-Length": body.length,
      "Idempotency-Key": secret(),
      Origin: market.url,
    };
    const asked = request(
      market.url + refused.path,
      { method: "POST", agent, headers },
      (answer) => {
        void text(answer).then(() =>
          resolve({ status: answer.statusCode ?? 0, isReused: asked.reusedSocket }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const HEAD =
  "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
const BROKEN: readonly string[] = [
  `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  `${HEAD}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}`,
  `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{}`,
  `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  `${HEAD}Content-Length: -1\r\n\r\n{}`,
  `${HEAD}Content-Length: 100\r\n\r\n{}`,
  `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  `${HEAD}Content-Length: 2\r\n\r\n\xff\xfe`,
  "POST /api/v1/orders\r\n\r\n",
  "GET /api/v1/\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
  `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"y".repeat(200_000)}\r\n\r\n`,
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00",
];

/** Sends bytes that are no request, hangs up, and asks for something ordinary. */
async function breakHttp(market: RunningMarket, broken: string): Promise<void> {
  const answer = await exchange(Number(new URL(market.url).port), broken);
  assert.doesNotMatch(answer, /^HTTP\/1\.1 5/, JSON.stringify(broken.slice(0, 200)));
  const { status } = await market.call("GET", "/api/v1/enterprises");
  assert.equal(status, 200, "everyone else is answered");
}

function exchange(port: number, sent: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString());
    };
    const timer = setTimeout(end, 150);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", end);
    socket.on("close", end);
    socket.write(Buffer.from(sent, "latin1"));
  });
}

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { runtimesOfThisProcess } from "#host/stray-runtime.ts";
import type { RunningMarket } from "#tests/running-market.ts";
import { openShop } from "#tests/shop.ts";
import type { TrialSize } from "./trial.ts";

const READS = 60;
const WAVES = 5;
const WAVE = 20;
/**
 * How many times as long as a wave's reads one after another its slowest answer may take. (On a
 * quiet machine that is less than half a second; a busy one slows both sides.) Together they take
 * about as long as one by one; a read that hangs is cut off after seconds.
 */
const PATIENCE = 8;

/**
 * Sixty reads at once on one isolate are all answered, and so are a hundred after `most` clients
 * hung up in the middle of theirs: a database client shared between requests would hang them
 * (DESIGN fact 1). The memory of workerd is told, before and after.
 */
export async function hungUp(market: RunningMarket, { most, say }: TrialSize): Promise<void> {
  openShop(market, [{ name: "pane" }]);
  await readAtOnce(market, READS);
  const inTurn = [await readInTurn(market, WAVE)];
  const before = runtimeMegabytes();
  const port = Number(new URL(market.url).port);
  await Promise.all(Array.from({ length: most }, (_, i) => hangUp(port, i % 50)));
  await pause(100);
  const waves: number[] = [];
  for (let wave = 0; wave < WAVES; wave += 1) waves.push(await readAtOnce(market, WAVE));
  inTurn.push(await readInTurn(market, WAVE));
  const [slowest, turns] = [Math.max(...waves), Math.max(...inTurn)];
  const after = runtimeMegabytes();
  say(`${most} clients hung up: slowest of ${WAVES * WAVE} answers ${slowest.toFixed(0)} ms`);
  say(`${WAVE} answers one after another: ${turns.toFixed(0)} ms`);
  say(`workerd before ${before} MB, after ${after} MB`);
  const told = `an answer took ${slowest.toFixed(0)} ms, ${WAVE} in turn ${turns.toFixed(0)} ms`;
  assert.ok(slowest < PATIENCE * turns, told);
}

/** Reads through the database; gives how long the slowest answer took, in ms. */
async function readAtOnce(market: RunningMarket, many: number): Promise<number> {
  const times = await Promise.all(
    Array.from({ length: many }, async () => {
      const start = performance.now();
      const { status } = await market.call("GET", "/api/v1/enterprises");
      assert.equal(status, 200);
      return performance.now() - start;
    }),
  );
  return Math.max(...times);
}

/** Reads one after another; gives how long that took in all, in ms. */
async function readInTurn(market: RunningMarket, many: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < many; i += 1) await readAtOnce(market, 1);
  return performance.now() - start;
}

/** Asks, and is gone after some milliseconds, most often before the answer. */
async function hangUp(port: number, afterMs: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => socket.destroy());
  socket.write("GET /api/v1/enterprises HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await pause(afterMs);
  socket.destroy();
}

/** Resident memory of workerd, in megabytes; 0 where the machine does not tell. */
function runtimeMegabytes(): number {
  const pages = runtimesOfThisProcess().map((id) => {
    try {
      return Number(readFileSync(`/proc/${id}/statm`, "utf8").split(" ")[1]);
    } catch {
      return 0;
    }
  });
  return Math.round((pages.reduce((sum, each) => sum + each, 0) * 4096) / 2 ** 20);
}

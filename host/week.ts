import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Host, startHost } from "./market-host.ts";
import { keyring } from "./passkeys/keyring.ts";
import { sendOver } from "./week/client.ts";
import { playWeek, type Stage } from "./week/play-week.ts";
import { readWeek } from "./week/week-files.ts";

const usage = "npm run week -- --data DIR --out FILE [--url URL, with FILIERA_TOKEN]";

/** `npm run week`: plays a sales week and writes what came out. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: "string" }, out: { type: "string" }, url: { type: "string" } },
  });
  const { data, out, url } = values;
  if (data === undefined || out === undefined) throw new Error(`Usage: ${usage}`);
  const week = readWeek(data);
  const host = url === undefined ? await startHost({}) : null;
  try {
    const stage = host === null ? elsewhere(url ?? "") : onOwnHost(host);
    const result = await playWeek(week, stage);
    writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
    console.log(`The week is played: ${result.totals.order_lines} lines, see ${out}`);
  } finally {
    await host?.close();
  }
}

function onOwnHost(host: Host): Stage {
  return {
    send: sendOver(host.url),
    keys: keyring(host.url),
    setupToken: host.setupToken ?? "",
    run: `week-${process.pid}`,
    now: () => host.clock.now(),
    settleDown: async () => {
      await host.tick();
      await host.tick();
    },
  };
}

/** Elsewhere cron runs by itself, once a minute: what is left to send is gone after two. */
function elsewhere(url: string): Stage {
  const setupToken = process.env["FILIERA_TOKEN"];
  if (setupToken === undefined) throw new Error(`FILIERA_TOKEN is missing. Usage: ${usage}`);
  return {
    send: sendOver(url),
    keys: keyring(url),
    setupToken,
    run: `week-${process.pid}-${Date.now()}`,
    now: () => Date.now(),
    settleDown: () => untilSent(url),
  };
}

const PATIENCE_SECONDS = 180;

async function untilSent(url: string): Promise<void> {
  for (let second = 0; second < PATIENCE_SECONDS; second++) {
    const answer = await fetch(`${url}/health`);
    const { outboxAge } = (await answer.json()) as { outboxAge: number };
    if (outboxAge === 0) return;
    await pause(1000);
  }
  throw new Error("what was left to send is not sent after three minutes");
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

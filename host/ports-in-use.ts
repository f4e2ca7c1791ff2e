import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A port that somebody else holds; `message` is one clear line. */
export class PortRefusal extends Error {}

/**
 * A port on loopback that is free now: the one asked for, or any when that is 0.
 * A host that has just ended may hold its port for a moment longer, so it is tried for a second.
 * @throws `PortRefusal` when the one asked for is in use or not allowed.
 */
export async function findPort(wanted: number): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryPort(wanted);
    } catch (error) {
      const isHeld = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      const why = isHeld ? "is already in use" : "cannot be opened";
      if (!isHeld || tries === 10) throw new PortRefusal(`The port ${wanted} ${why}.`);
      await pause(100);
    }
  }
}

/** Below what systems give to connections that go out: a port that was free stays so. */
const ANY = [15_000, 32_000] as const;

function tryPort(wanted: number): Promise<number> {
  const port = wanted === 0 ? randomInt(...ANY) : wanted;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(port)));
  });
}

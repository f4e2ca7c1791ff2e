import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { orchard } from "#tests/people.ts";
import { samplePhoto } from "#tests/photos.ts";
import { type Host, startHost } from "./market-host.ts";
import { restoreSnapshot, takeSnapshot } from "./snapshot.ts";

// Workers start and end here, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("a photo outlives its host, and comes back with a copy in another folder", async () => {
  const base = mkdtempSync(join(tmpdir(), "filiera-photos-"));
  const [first, second, copy] = ["rete", "altrove", "copia.db"].map((name) => join(base, name));
  try {
    const host = await startHost({ data: first ?? "" });
    const url = await showPhoto(host);
    takeSnapshot(first ?? "", copy ?? "");
    const bytes = await bytesAt(host.url + url);
    expect(bytes.length).toBeGreaterThan(100);
    await host.close();
    const again = await startHost({ data: first ?? "" });
    expect(await bytesAt(again.url + url)).toEqual(bytes);
    await again.close();
    restoreSnapshot(second ?? "", copy ?? "");
    const elsewhere = await startHost({ data: second ?? "" });
    expect(await bytesAt(elsewhere.url + url)).toEqual(bytes);
    await elsewhere.close();
    expect(readFileSync(copy ?? "").length).toBeGreaterThan(0);
  } finally {
    rmSync(base, { recursive: true });
  }
});

/** Sets the network up with a producer, and shows a photo of it: where its file is. */
async function showPhoto(host: Host): Promise<string> {
  const send = async <T>(method: string, path: string, token: string, body: object) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "Idempotency-Key": path,
    };
    const init = { method, headers, body: JSON.stringify(body) };
    return (await (await fetch(`${host.url}/api/v1${path}`, init)).json()) as T;
  };
  const network = { name: "Rete di Veronetta" };
  const { token } = await send<{ token: string }>(
    "PUT",
    "/network",
    host.setupToken ?? "",
    network,
  );
  const { id } = await send<{ id: string }>("POST", "/enterprises", token, orchard);
  const image = Buffer.from(samplePhoto("jpeg")).toString("base64");
  const path = `/enterprises/${id}/photo`;
  const sent = await send<{ photo: { url: string } }>("PUT", path, token, { alt: "Meli", image });
  return sent.photo.url;
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { NeighbourFailed, postJson } from "./neighbour.ts";

let elsewhere: Server;
let neighbour: Server;
const visits: string[] = [];
const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listen = (server: Server) =>
  new Promise<Server>((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
beforeAll(async () => {
  elsewhere = await listen(
    createServer((asked, answer) => {
      visits.push(String(asked.headers.authorization));
      answer.end("{}");
    }),
  );
  neighbour = await listen(
    createServer((_, answer) => {
      answer.writeHead(307, { Location: urlOf(elsewhere) }).end();
    }),
  );
});
afterAll(() => {
  elsewhere.close();
  neighbour.close();
});

test("a neighbour that sends us elsewhere is not followed, with our token or without", async () => {
  const place = { url: urlOf(neighbour), token: "a-token-of-ours" };
  const asked = postJson(place, "/holds", { key: "k", body: {} });
  await expect(asked).rejects.toThrow(NeighbourFailed);
  const database = openDatabase({ url: place.url, token: place.token });
  await expect(database.read([{ sql: "SELECT 1", args: [] }])).rejects.toThrow();
  expect(visits).toEqual([]);
});

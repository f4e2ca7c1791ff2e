import { afterAll, beforeAll, expect, test } from "vitest";
import { app } from "#market/app.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { FILE_POLICY, PAGE_POLICY, PROGRAM_POLICY } from "#market/edge/headers.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
});
afterAll(() => market.close());

const ask = (path: string, init: RequestInit = {}, at = "http://localhost:8787") =>
  app.request(at + path, init, market.env);

const write = (headers: Readonly<Record<string, string>>) =>
  ask("/cassetta", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: "offer=x&quantity=1",
  });

test("every answer says what may be done with it, whatever it is", async () => {
  for (const [path, policy] of [
    ["/", PAGE_POLICY],
    ["/prodotti", PAGE_POLICY],
    ["/nessuna-pagina", PAGE_POLICY],
    ["/o/nessun-ordine", PAGE_POLICY],
    ["/api/v1/network", PROGRAM_POLICY],
    ["/api/v1/tokens", PROGRAM_POLICY],
    ["/api/v1/nowhere", PROGRAM_POLICY],
    ["/health", PROGRAM_POLICY],
  ] as const) {
    const { headers } = await ask(path);
    const told = (name: string) => headers.get(name);
    expect([path, told("Content-Security-Policy")]).toEqual([path, policy]);
    expect([path, told("X-Content-Type-Options")]).toEqual([path, "nosniff"]);
    expect([path, told("Cross-Origin-Resource-Policy")]).toEqual([path, "same-origin"]);
    if (policy !== PROGRAM_POLICY) {
      expect([path, told("Cross-Origin-Opener-Policy")]).toEqual([path, "same-origin"]);
      expect([path, told("Permissions-Policy")?.includes("usb=()")]).toEqual([path, true]);
    }
    const referrer = path.startsWith("/o/") ? "no-referrer" : "same-origin";
    expect([path, told("Referrer-Policy")]).toEqual([path, referrer]);
  }
});

test("no policy allows a script in the page itself, a frame around it or another host", () => {
  // What runs beside a page may compile WebAssembly: text never becomes a program anywhere.
  const ofFiles = FILE_POLICY.replace(
    "script-src 'self' 'wasm-unsafe-eval';",
    "script-src 'self';",
  );
  for (const policy of [PAGE_POLICY, PROGRAM_POLICY, ofFiles]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|nonce|blob:/);
  }
  expect(PAGE_POLICY).toContain("script-src 'self' 'inline-speculation-rules';");
  expect(PAGE_POLICY).toContain("form-action 'self'");
});

test("a page that a browser kept is confirmed under the policy that it came with", async () => {
  const first = await ask("/");
  const tag = first.headers.get("ETag") ?? "";
  const again = await ask("/", { headers: { "If-None-Match": tag } });
  expect(again.status).toBe(304);
  expect(again.headers.get("Content-Security-Policy")).toBe(PAGE_POLICY);
});

test("browsers are held to https for at least a year, but on this very machine", async () => {
  const held = async (at: string) =>
    (await ask("/", {}, at)).headers.get("Strict-Transport-Security");
  for (const at of ["https://filiera.example", "http://filiera.example", "https://localhost"]) {
    const seconds = Number(/^max-age=(\d+); includeSubDomains$/.exec((await held(at)) ?? "")?.[1]);
    expect([at, seconds >= 365 * 24 * 3600]).toEqual([at, true]);
  }
  for (const at of ["http://localhost:8787", "http://127.0.0.1:8787", "http://[::1]:8787"]) {
    expect([at, await held(at)]).toEqual([at, null]);
  }
});

test("a form is taken from our own pages only, whatever cookies it brings", async () => {
  const own = ["http://localhost:8787", "http://127.0.0.1:8787"];
  for (const Origin of own) expect((await write({ Origin })).status).toBe(422);
  const foreign = [
    "null",
    "https://elsewhere.example",
    "http://localhost:9999",
    "http://localhost",
    "http://localhost:8787.elsewhere.example",
    "http://elsewhere.example:8787",
    "file://",
    "localhost:8787",
    "",
  ];
  for (const Origin of foreign) {
    for (const Cookie of ["", "__Host-cassetta=01jd3x5k7m9npqrstvwxyz0123"]) {
      const { status } = await write({ Origin, ...(Cookie === "" ? {} : { Cookie }) });
      expect([Origin, Cookie, status]).toEqual([Origin, Cookie, 403]);
    }
  }
  expect((await write({})).status).toBe(403);
  expect((await write({ Authorization: "Basic YTpi" })).status).toBe(403);
});

test("a page in the clear is ours on this very machine only", async () => {
  const env = { ...market.env, ORIGIN_HOSTS: "filiera.example" };
  const from = async (Origin: string) => {
    const init = { method: "POST", headers: { Origin } };
    return (await app.request("https://filiera.example/cassetta", init, env)).status;
  };
  expect(await from("https://filiera.example")).toBe(422);
  expect(await from("http://filiera.example")).toBe(403);
});

test("a program needs a token or an origin, and never brings a foreign one", async () => {
  const put = async (headers: Readonly<Record<string, string>>) => {
    const path = "/api/v1/basket/lines/01jd3x5k7m9npqrstvwxyz0123";
    const init = { method: "PUT", headers: { "Idempotency-Key": "k", ...headers } };
    return (await (await ask(path, init)).json()) as { readonly code: string };
  };
  const basket = { "X-Basket-Token": "b".repeat(32) };
  expect((await put({ Authorization: "Bearer x", Origin: "null" })).code).toBe("not-json");
  expect((await put(basket)).code).toBe("not-json");
  expect((await put({ "X-Order-Token": "o".repeat(32) })).code).toBe("not-json");
  expect((await put({ ...basket, Origin: "null" })).code).toBe("foreign-origin");
  expect((await put({ ...basket, Origin: "https://a.example" })).code).toBe("foreign-origin");
  expect((await put({})).code).toBe("foreign-origin");
});

test("no other site is ever told that it may read us", async () => {
  for (const path of ["/", "/cassetta", "/api/v1/network", "/api/v1/orders", "/health"]) {
    for (const method of ["OPTIONS", "GET"]) {
      const { headers } = await ask(path, {
        method,
        headers: {
          Origin: "https://elsewhere.example",
          "Access-Control-Request-Method": "POST",
          "Access-Control-Request-Headers": "authorization",
        },
      });
      const open = [...headers.keys()].filter((name) => name.startsWith("access-control-"));
      expect([path, method, open]).toEqual([path, method, []]);
    }
  }
});

test("an address or a set of cookies that is too long to be meant is refused", async () => {
  expect((await ask(`/api/v1/network?${"a".repeat(16_384)}`)).status).toBe(414);
  const cookies = (length: number) => ask("/", { headers: { Cookie: `a=${"b".repeat(length)}` } });
  expect((await cookies(8190)).status).toBe(200);
  expect((await cookies(8191)).status).toBe(431);
});

import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { styleOrder } from "#frontend/styles/order.ts";
import type { BuiltStyles } from "./build-styles.ts";
import { bundleStyles } from "./build-styles.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

describe("the style sheets of the pages", () => {
  let root: string;
  let built: BuiltStyles;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "filiera-styles-"));
    await cp(join(project, "frontend"), join(root, "frontend"), { recursive: true });
    built = await bundleStyles(root);
  });
  afterAll(() => rm(root, { recursive: true }));

  test("they travel in at most 12 KB", () => {
    const { length } = brotliCompressSync(built.css);
    expect(length).toBeGreaterThan(3000);
    expect(length).toBeLessThanOrEqual(12 * 1024);
  });

  test("every sheet of the folder has its place in the order", async () => {
    const files = await readdir(join(project, "frontend", "styles"));
    expect(styleOrder.toSorted()).toEqual(files.filter((name) => name.endsWith(".css")).toSorted());
  });

  test("sheet and fonts are on disk under the names the sheet and the page use", async () => {
    expect(built.path).toMatch(/^\/assets\/filiera\.[0-9a-f]{12}\.css$/);
    expect(await readFile(join(root, "build", built.path), "utf8")).toBe(built.css);
    const named = [...built.css.matchAll(/url\("?(\/[^")]+)"?\)/g)].map(([, address]) => address);
    expect(named).toHaveLength(3);
    for (const font of built.fonts) expect(named).toContain(font);
    for (const address of named) await readFile(join(root, "build", String(address)));
  });

  test("fonts travel in at most 75 KB", async () => {
    const files = await readdir(join(root, "build", "assets"));
    const fonts = files.filter((name) => name.endsWith(".woff2"));
    const bodies = await Promise.all(
      fonts.map((name) => readFile(join(root, "build", "assets", name))),
    );
    const total = bodies.reduce((sum, { length }) => sum + length, 0);
    expect(total).toBeLessThanOrEqual(75 * 1024);
  });

  test("nothing is fetched from another origin and nothing is pasted in", () => {
    expect(built.css).not.toMatch(/https?:|data:|@import/);
  });

  test("a page may carry the sheet: it closes no element, and its digest is the policy's", () => {
    expect(built.css).not.toMatch(/<\/|<!--/);
    expect(built.digest).toBe(createHash("sha256").update(built.css).digest("base64"));
  });

  test("the same sheets give the same name", async () => {
    expect((await bundleStyles(root)).path).toBe(built.path);
  });

  test("both schemes and paper are provided for, and motion can be refused", () => {
    expect(built.css).toContain("light-dark(");
    expect(built.css).toContain("@media print");
    expect(built.css).toContain("prefers-reduced-motion:reduce");
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { heavyIslands } from "#tests/island-props.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { openBrowser, STILL } from "./chromium.ts";
import { openWeek, type OpenWeek } from "./open-week.ts";
import { followScripts } from "./page-weight.ts";

const MB = 1_048_576;

let week: OpenWeek;
let browser: Browser;
let cookie: string;
beforeAll(async () => {
  week = await openWeek();
  browser = await openBrowser();
  const { database, clock } = week.host;
  const market = { database, time: { now: clock.now() } };
  const marta = addPerson(market, { name: "Marta", address: "marta@example.org" });
  const malga = database
    .prepare("SELECT id FROM enterprise WHERE name = 'Malga Alta Lessinia'")
    .pluck()
    .all([]);
  giveRole(market, marta.id, "producer", String(malga[0]));
  cookie = marta.sent.headers?.["Cookie"]?.split("=")[1] ?? "";
});
afterAll(async () => {
  await browser?.close();
  await week?.host.close();
});

let page: Page;
const wrong: string[] = [];
beforeEach(async () => {
  const viewport = { width: 360, height: 780 };
  const context = await browser.newContext({ viewport, ...STILL });
  const own = { name: SESSION_COOKIE, value: cookie, secure: true, httpOnly: true };
  await context.addCookies([{ ...own, url: "https://localhost" }]);
  page = await context.newPage();
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") wrong.push(line.text());
  });
  await page.goto(`${week.host.url}/io/prodotti`);
  await page.locator('[data-island="photo-box"][data-alive]').last().waitFor({ state: "attached" });
  return async () => {
    await context.close();
    expect(wrong.splice(0)).toEqual([]);
  };
});

interface Made {
  readonly type: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
  /** Of a JPEG, from 0 to 1. */
  readonly quality?: number;
  /** Grain makes a photo heavy; without it, it is one colour. */
  readonly isGrainy: boolean;
  /** A note of the camera that it was held on its side. */
  readonly isOnItsSide?: boolean;
}

/** Makes a photo in the page and chooses it, as a reader would; gives what it weighs. */
function choose(made: Made): Promise<number> {
  return page
    .locator('[data-act="file"]:visible')
    .evaluate(async (box: HTMLInputElement, asked) => {
      const { type, width, height, isGrainy, quality = 0.95, isOnItsSide = false } = asked;
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      const grain = new ImageData(width, height);
      const dots = new Uint32Array(grain.data.buffer);
      let seed = 1;
      for (let i = 0; i < dots.length; i += 1) {
        seed = Math.imul(seed, 1_664_525) + 1_013_904_223;
        dots[i] = isGrainy ? (seed | 0xff000000) >>> 0 : 0xff2244cc;
      }
      pen?.putImageData(grain, 0, 0);
      const blob = await new Promise<Blob>((done) => {
        canvas.toBlob((drawn) => done(drawn ?? new Blob()), type, quality);
      });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      // Exif with one note, "turn it by a quarter" (6), behind the first two bytes.
      const exif = "FFE1002245786966000049492A000800000001001201030001000000060000000000 0000";
      const note = (exif.replace(" ", "").match(/../g) ?? []).map((pair) =>
        Number.parseInt(pair, 16),
      );
      const parts = isOnItsSide
        ? [bytes.slice(0, 2), new Uint8Array(note), bytes.slice(2)]
        : [bytes];
      const held = new DataTransfer();
      held.items.add(new File(parts, type === "image/png" ? "forma.png" : "forma.jpeg", { type }));
      box.files = held.files;
      box.dispatchEvent(new Event("change", { bubbles: true }));
      return held.files[0]?.size ?? 0;
    }, made);
}

async function openForm(): Promise<void> {
  await page.locator('[data-act="photo-form"]').first().click();
  await page.locator('[data-act="alt"]:visible').fill("La malga d’estate");
}

async function sendIt(): Promise<void> {
  await page.locator('[data-act="send-photo"]:visible').click();
  await page.waitForURL(/fatto=1/);
}

/** What the server kept last. */
function kept() {
  return week.host.database
    .prepare(
      `SELECT kind, width, height, bytes FROM photo
        JOIN enterprise_photo USING (digest) WHERE dropped_at IS NULL`,
    )
    .get() as { kind: string; width: number; height: number; bytes: number };
}

describe("a photo that is too large", () => {
  test("of several megabytes arrives as a light JPEG, and the page says so", async () => {
    await openForm();
    const made = { type: "image/png", width: 2000, height: 1500, isGrainy: true } as const;
    expect(await choose(made)).toBeGreaterThan(4 * MB);
    const said = page.getByText(/La foto è stata rimpicciolita: 1280 × 960, \d+\u00a0kB\./);
    await said.first().waitFor();
    await expect
      .poll(() => page.locator("#said[role=status]").textContent())
      .toMatch(/rimpicciolita: 1280 × 960/);
    await sendIt();
    expect(kept()).toMatchObject({ kind: "jpeg", width: 1280, height: 960 });
    expect(kept().bytes).toBeLessThanOrEqual(MB);
  });

  test("or too heavy at its right size, is drawn more coarsely until it is light", async () => {
    await openForm();
    const made = { type: "image/jpeg", width: 1280, height: 1280, isGrainy: true } as const;
    expect(await choose({ ...made, quality: 0.86 })).toBeGreaterThan(MB);
    await page.getByText("rimpicciolita: 1280 × 1280").first().waitFor();
    await sendIt();
    expect(kept()).toMatchObject({ kind: "jpeg", width: 1280, height: 1280 });
    expect(kept().bytes).toBeLessThanOrEqual(MB);
  });

  test("stands upright however the camera was held", async () => {
    await openForm();
    await choose({
      type: "image/jpeg",
      width: 2000,
      height: 1000,
      isGrainy: false,
      isOnItsSide: true,
    });
    await page.getByText("640 × 1280").first().waitFor();
    await sendIt();
    expect(kept()).toMatchObject({ kind: "jpeg", width: 640, height: 1280 });
  });

  test("and sent at once is waited for", async () => {
    await openForm();
    await choose({ type: "image/jpeg", width: 3000, height: 2400, isGrainy: true });
    await sendIt();
    expect(kept()).toMatchObject({ kind: "jpeg", width: 1280, height: 1024 });
  });
});

describe("a photo that is small enough", () => {
  test("goes as it is, and a PNG becomes a JPEG", async () => {
    await openForm();
    const small = { width: 400, height: 300, isGrainy: false } as const;
    const bytes = await choose({ ...small, type: "image/jpeg" });
    const box = page.locator('[data-act="file"]:visible');
    const held = () => box.evaluate(({ files }: HTMLInputElement) => files?.[0]?.size);
    await page.waitForTimeout(300);
    expect([await held(), await page.locator("#said").count()]).toEqual([bytes, 0]);
    await choose({ ...small, type: "image/png" });
    await page.getByText("salvata come JPEG: 400 × 300").first().waitFor();
    await sendIt();
    expect(kept()).toMatchObject({ kind: "jpeg", width: 400, height: 300 });
  });
});

test("a file that no browser can read is left to the server's words", async () => {
  await openForm();
  const file = { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<html></html>") };
  await page.locator('[data-act="file"]:visible').setInputFiles(file);
  await page.locator('[data-act="send-photo"]:visible').click();
  await page.getByText("non è una foto JPEG o WebP").first().waitFor();
  // The browser itself notes the 415 of the answer.
  expect(wrong.splice(0).filter((line) => !line.includes("status of 4"))).toEqual([]);
});

test("the scripts of the page stay light, and so do the props of each box", async () => {
  const answer = await page.request.get(`${week.host.url}/io/prodotti`);
  expect(heavyIslands(await answer.text())).toEqual([]);
  const scripts = followScripts(page);
  await page.reload({ waitUntil: "networkidle" });
  const bytes = await scripts.bytes();
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(20 * 1024);
});

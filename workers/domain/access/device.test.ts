import { expect, test } from "vitest";
import { deviceWords } from "./device.ts";

const APPLE = "AppleWebKit/537.36 (KHTML, like Gecko)";
const SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6";

test("a device is known again by its browser and its system", () => {
  const known = {
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0": "Firefox, Linux",
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${APPLE} Chrome/140.0.0.0 Mobile Safari/537.36`]:
      "Chrome, Android",
    [`Mozilla/5.0 (Windows NT 10.0; Win64) ${APPLE} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`]:
      "Edge, Windows",
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${SAFARI} Mobile Safari/604.1`]:
      "Safari, iPhone",
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`]: "Safari, macOS",
  };
  for (const [userAgent, words] of Object.entries(known)) {
    expect(deviceWords(userAgent)).toBe(words);
  }
});

test("nothing is kept of a program that says something else, however long", () => {
  expect(deviceWords("")).toBe("");
  expect(deviceWords(`curl/8 <script>${"x".repeat(10_000)}`)).toBe("");
});

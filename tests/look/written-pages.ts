import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { framed, type ShopPage } from "#frontend/shop/frame.tsx";
import type { Lang } from "#frontend/texts/format.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { writeDocument } from "#frontend/ui/document.tsx";
import { frame } from "#tests/shop-pages.tsx";

const assets = { styles: "/assets/filiera.css", fonts: [], icon: "/icon.svg" };

const INLINE =
  /<script(?! type="(?:application\/json|speculationrules)">)|<style|\sstyle=|\son[a-z]+=/;

/** A whole document around a page, as the market writes it. */
export function writtenIn(lang: Lang, page: ShopPage): string {
  return writeDocument(framed(textsFor(lang), assets, frame, page), render);
}

/**
 * What every page holds to, whatever it shows: no script or style of its own, an outline, controls
 * with hooks and names, and English without a word of Italian that belongs to its area.
 * `FILIERA_SAMPLE=folder` keeps the pages as files, to be looked at.
 * @param italian words of the area that an English page may not have
 */
export function checkWrittenPages(
  names: readonly string[],
  write: (lang: Lang, name: string) => string,
  italian: RegExp,
): void {
  describe.each(names)("the page %s", (name) => {
    const html = write("it", name);

    test("works without scripts and styles of its own: the policy forbids both", () => {
      keepSample(name, html);
      expect(html).not.toMatch(INLINE);
      expect(html).not.toMatch(/undefined|NaN|\[object|null</);
    });

    test("has one h1, skips no level, names nothing twice", () => {
      expectOutline(html);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    test("every control has its stable hook and every box its name", () => {
      const controls = (html.match(/<(?:a|button|input|select|textarea)\s[^>]*>/g) ?? []).filter(
        (tag) => !tag.includes('type="hidden"'),
      );
      expect(controls.filter((tag) => !/data-act="[a-z0-9-]+"/.test(tag))).toEqual([]);
      expect(controls.filter((tag) => isUnnamedBox(tag, html))).toEqual([]);
    });

    test("speaks English too, without a word left behind", () => {
      const english = write("en", name);
      expect(english).toContain('<html lang="en">');
      const spoken = english.replaceAll(/<[^>]*>/g, " ");
      expect(spoken).not.toMatch(/undefined|NaN|\[object/);
      expect(spoken).not.toMatch(italian);
    });
  });
}

function expectOutline(html: string): void {
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, index) => {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
}

function isUnnamedBox(tag: string, html: string): boolean {
  if (!/^<(?:input|select|textarea)/.test(tag)) return false;
  const id = /\sid="([^"]+)"/.exec(tag)?.[1];
  const isNamed = tag.includes("aria-label=") || /type="(?:radio|checkbox)"/.test(tag);
  return !isNamed && !html.includes(`for="${id}"`);
}

function keepSample(name: string, html: string): void {
  const folder = process.env["FILIERA_SAMPLE"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.html`), html);
}

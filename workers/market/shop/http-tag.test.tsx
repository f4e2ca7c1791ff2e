import { describe, expect, test } from "vitest";
import type { Instant } from "#domain/kernel/instant.ts";
import { HOUR } from "#domain/kernel/instant.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { FrameFacts } from "#frontend/shop/frame.tsx";
import { List, type ListFacts } from "#frontend/shop/list.tsx";
import { textsFor } from "#frontend/texts/texts.ts";
import { frame, list } from "#tests/shop-pages.tsx";
import { tagOfFacts } from "./http-tag.ts";

const t = textsFor("it");

function tagged(facts: ListFacts, around: FrameFacts = frame, words = t): string | null {
  const children = <List t={words} facts={facts} />;
  return tagOfFacts(words, around, { title: "Prodotti", path: "/prodotti", children }, "build");
}

describe("the tag of a page", () => {
  test("is the same for the same facts, however often they are read", () => {
    expect(tagged(list)).toMatch(/^"[0-9a-z]{10,}"$/);
    expect(tagged(structuredClone(list))).toBe(tagged(list));
  });

  test("is another one where the least thing is: one piece less, one word, the language", () => {
    const [first, ...others] = list.offers;
    if (first === undefined) throw new Error("the list has offers");
    const sold = { ...first, leftMilli: milli((first.leftMilli ?? 9000) - 1000) };
    const tags = [
      tagged(list),
      tagged({ ...list, offers: [sold, ...others] }),
      tagged({ ...list, offers: [...others, first] }),
      tagged({ ...list, found: list.found + 1 }),
      tagged(list, { ...frame, networkName: "Altra rete" }),
      tagged(list, frame, textsFor("en")),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  test("goes with the time where the page says the time, and not with every moment", () => {
    const at = (ms: number) => tagged(list, { ...frame, now: (frame.now + ms) as Instant });
    expect(at(2000)).toBe(at(1000));
    expect(at(3 * HOUR)).not.toBe(at(0));
  });

  test("is not made of what cannot be written down", () => {
    const hidden = { ...list, offers: new Map() } as unknown as ListFacts;
    expect(tagged(hidden)).toBeNull();
  });
});

import { expect } from "vitest";
import type { Page } from "playwright-core";
import type { ReaderKind } from "./page-list.ts";
import { tooWide } from "./page-shape.ts";

/** How a flow is walked: scripts off, by keyboard alone, or as most people do. */
export type Mode = "nojs" | "kbd" | "js";

/** What somebody does, step by step: a verb and what it is about. */
export interface Flow {
  readonly name: string;
  readonly reader: ReaderKind;
  readonly modes: readonly Mode[];
  readonly steps: readonly (readonly [verb: string, ...words: string[]])[];
}

/** Where a flow is walked. */
export interface Walk {
  readonly page: Page;
  readonly url: string;
  readonly mode: Mode;
}

/**
 * Walks a flow. By keyboard the pointer is never used: Tab goes on until what is meant has focus,
 * and has a ring that shows it.
 * @throws naming the step that could not be done, or the page that is too wide
 */
export async function walk(flow: Flow, place: Walk): Promise<void> {
  for (const [index, [verb, ...words]] of flow.steps.entries()) {
    const act = verbs[verb];
    const told = `${flow.name}, ${place.mode}, step ${index + 1} ${verb} ${words.join(" ")}`;
    if (act === undefined) throw new Error(`${told}: there is no such verb`);
    try {
      await act(place, words[0] ?? "", words[1] ?? "");
    } catch (error) {
      const [said = ""] = await place.page
        .locator("main .errors, main [role=alert]")
        .allInnerTexts();
      throw new Error(`${told}, at ${place.page.url()}: ${said}`, { cause: error });
    }
    const wide = await once(place.page, () => tooWide(place.page));
    expect([told, wide]).toEqual([told, []]);
  }
}

const PATIENCE = { timeout: 10_000 };
type Verb = (walk: Walk, what: string, value: string) => Promise<unknown>;

const verbs: Readonly<Record<string, Verb>> = {
  goto: ({ page, url }, path) => page.goto(url + path),
  click: async (place, what) => {
    if (place.mode !== "kbd") return visible(place, what).click(PATIENCE);
    await tabTo(place, what);
    return place.page.keyboard.press("Enter");
  },
  check: async (place, what) => {
    if (place.mode !== "kbd") return visible(place, what).check(PATIENCE);
    await tabTo(place, what);
    return place.page.keyboard.press("Space");
  },
  fill: async (place, what, value) => {
    if (place.mode !== "kbd") return visible(place, what).fill(value, PATIENCE);
    await tabTo(place, what);
    await place.page.keyboard.press("Control+A");
    return place.page.keyboard.type(value);
  },
  expectText: ({ page }, words) =>
    page.locator("main").getByText(words).first().waitFor({ state: "visible", timeout: 10_000 }),
  expectSel: (place, what) => visible(place, what).waitFor(PATIENCE),
  expectUrl: ({ page }, start) =>
    page.waitForURL(({ pathname, search }) => (pathname + search).startsWith(start), PATIENCE),
};

function visible({ page }: Walk, what: string) {
  return page.locator(what).filter({ visible: true }).first();
}

const MOST_TABS = 200;

/** Presses Tab until what is meant has focus, and sees that it shows. */
async function tabTo({ page }: Walk, what: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    const look = (meant: string) => {
      const on = document.activeElement;
      if (on === null || !on.matches(meant)) return null;
      const ring = (one: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
      };
      // The link of a label wears its ring around the whole label.
      const label = on.closest(".label");
      return ring(on) || (label !== null && ring(label)) ? "shown" : "hidden";
    };
    const found = await once(page, () => page.evaluate(look, what));
    if (found === "shown") return;
    if (found === "hidden") throw new Error(`nothing shows that ${what} has focus`);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${what}`);
}

/** Asks a page that is there, and asks again where it was just being left for another one. */
async function once<T>(page: Page, ask: () => Promise<T>): Promise<T> {
  // One that has only begun to come has no root yet.
  await page.waitForLoadState("domcontentloaded");
  try {
    return await ask();
  } catch (error) {
    if (!String(error).includes("Execution context was destroyed")) throw error;
    await page.waitForLoadState("load");
    return ask();
  }
}

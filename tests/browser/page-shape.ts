import type { Page } from "playwright-core";

/** How far the page is wider than its window, and what sticks out. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const beyond = document.documentElement.scrollWidth - width;
    if (beyond <= 0) return [];
    const out = [...document.body.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .slice(-2)
      .map((one) => one.outerHTML.slice(0, 160));
    return [`${beyond} px too wide at ${width}: ${out.join(", ")}`];
  });
}

/** Controls that do nothing where no script runs. */
export async function deadControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("button, a, form, input, select")];
    const told = (what: string, one: Element) => `${what}: ${one.outerHTML.slice(0, 120)}`;
    const whyDead = (one: HTMLElement): string | null => {
      const isNative = one.hasAttribute("popovertarget") || one.hasAttribute("commandfor");
      if (one instanceof HTMLButtonElement && !isNative) {
        if (one.form === null) return "a button of no form";
        if (one.type === "button") return "a button that sends nothing";
      }
      if (one instanceof HTMLAnchorElement) {
        const href = one.getAttribute("href") ?? "";
        // To try again is to ask for this very page.
        const leads = href !== "" && href !== "#";
        if (!leads && one.dataset["act"] !== "retry") return "a link that leads nowhere";
        const isHere = href.startsWith("#");
        if (isHere && document.querySelector(`[id="${href.slice(1)}"]`) === null) {
          return "a link to a place that is not there";
        }
        if (/^\w+script:/.test(href)) return "a link that is a script";
      }
      if (one instanceof HTMLFormElement) {
        if (!one.hasAttribute("action")) return "a form without an address";
        if (one.querySelector("button:not([type=button]), input[type=submit]") === null) {
          return "a form that cannot be sent";
        }
      }
      if (one instanceof HTMLInputElement || one instanceof HTMLSelectElement) {
        if (one.form === null) return "a field of no form";
      }
      return null;
    };
    return all.flatMap((one) => {
      const why = one.checkVisibility() ? whyDead(one) : null;
      return why === null ? [] : [told(why, one)];
    });
  });
}

/** Buttons, fields and links in lists and bars that a thumb would miss (WCAG 2.5.8: 24 px). */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        "button, select, input:not([type=hidden]), textarea, summary, a[data-act]",
      ),
    ];
    const smallest = ({ width, height }: DOMRect) => Math.min(width, height);
    const reach = (one: HTMLElement) => {
      const label = "labels" in one ? (one as HTMLInputElement).labels?.[0] : undefined;
      const own = smallest(one.getBoundingClientRect());
      return label === undefined ? own : Math.max(own, smallest(label.getBoundingClientRect()));
    };
    // A link in the midst of a sentence is as high as its line (the rule's own exception).
    const isInSentence = (one: HTMLElement) =>
      one.tagName === "A" &&
      getComputedStyle(one).display === "inline" &&
      (one.parentElement?.textContent.trim().length ?? 0) > one.textContent.trim().length;
    // One that is seen only when it has focus is reached by no thumb.
    const isShown = (one: HTMLElement) => {
      const { width, height, right, bottom } = one.getBoundingClientRect();
      return (
        one.checkVisibility({ opacityProperty: true }) &&
        width * height > 1 &&
        right > 0 &&
        bottom > 0
      );
    };
    return controls
      .filter((one) => isShown(one) && !isInSentence(one) && reach(one) < 24)
      .map((one) => `${Math.round(reach(one))} px: ${one.outerHTML.slice(0, 120)}`);
  });
}

/** Traces of broken data or of words that are not there. */
const BROKEN = new RegExp(
  [
    String.raw`\bundefined\b|\bNaN\b|\[object \w+\]|\bnull €|\{\{?\w+\}?\}|\$\{|Invalid Date`,
    // The name of a text where the text should be: "frame.links.products".
    String.raw`(?<![\w@./-])[a-z]{2,}(?:[._][a-z]{2,}){2,}(?![\w@/-])`,
  ].join("|"),
  "g",
);

/** What is wrong with a page as a text: broken words, its language, its headings. */
export async function wrongText(page: Page, lang: string): Promise<readonly string[]> {
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    titles: document.querySelectorAll("h1").length,
    title: document.title,
    text: document.body.innerText,
    hasMain: document.querySelectorAll("main").length === 1,
  }));
  return [
    ...(seen.lang === lang ? [] : [`its language is said to be "${seen.lang}"`]),
    ...(seen.titles === 1 ? [] : [`${seen.titles} h1`]),
    ...(seen.title.trim() === "" ? ["no title"] : []),
    ...(seen.hasMain ? [] : ["not one main"]),
    ...(`${seen.title} ${seen.text}`.match(BROKEN) ?? []).map((one) => `says "${one}"`),
  ];
}

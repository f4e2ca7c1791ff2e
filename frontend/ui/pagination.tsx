import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Icon } from "./icons.tsx";

interface PaginationProps {
  readonly t: Texts;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The address of a page, filters kept. */
  readonly hrefOf: (page: number) => string;
}

/** The pages of a list as real links: the first, the last, and those around this one. */
export function Pagination({ t, page, pages, hrefOf }: PaginationProps): VNode | null {
  if (pages <= 1) return null;
  const say = t.frame.pages;
  return (
    <nav class="pager" aria-label={say.label}>
      <ul class="row">
        {page > 1 ? (
          <li>
            <a class="button" href={hrefOf(page - 1)} rel="prev" data-act="previous-page">
              <Icon name="back" />
              {say.previous}
            </a>
          </li>
        ) : null}
        {shownPages(page, pages).map((shown) => (
          <li>
            {shown === null ? (
              "…"
            ) : (
              <a
                href={hrefOf(shown)}
                aria-label={say.page(shown)}
                data-act="page"
                {...(shown === page ? { "aria-current": "page" as const } : {})}
              >
                {shown}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a class="button" href={hrefOf(page + 1)} rel="next" data-act="next-page">
              {say.next}
              <Icon name="next" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** `null` stands where pages are left out; a gap of one page is filled instead. */
export function shownPages(page: number, pages: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown = [...new Set(near)].toSorted((a, b) => a - b);
  return shown.flatMap((n, index) => {
    const before = shown[index - 1] ?? 0;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? [null, n] : [n];
  });
}

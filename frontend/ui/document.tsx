import type { ComponentChildren, VNode } from "preact";
import type { Cents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Head, scriptsFor } from "./document-head.tsx";
import type { Side } from "./facts.ts";
import { Icon } from "./icons.tsx";
import { sprite, symbolsIn } from "./drawings/sprite.tsx";

/** Addresses made by the build. */
export interface Assets {
  readonly styles: string;
  /** The sheet itself, for who has not got it yet: written into the page, it is not waited for. */
  readonly sheet?: string;
  /** Fonts of the first screen: asked for at once they may come in time for it. */
  readonly fonts: readonly string[];
  readonly icon: string;
  /** Modules that this page needs beside its islands. */
  readonly scripts?: readonly string[];
  /** What wakes islands, and what each of them is made of; loaded only where there are some. */
  readonly islands?: IslandAssets;
}

/** Scripts of the islands, by the island's name. */
interface IslandAssets {
  readonly start: string;
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Who is selling, from the network's settings. */
export interface NetworkFacts {
  readonly name: string;
  /** Under the name in the wordmark. */
  readonly place?: string;
  readonly home: string;
  /** Said at the foot of every page, one paragraph each. */
  readonly statements: readonly string[];
  readonly links: readonly Link[];
}

/** A link with its stable hook for flows and audits. */
export interface Link {
  readonly href: string;
  readonly label: string;
  readonly act: string;
}

/** The reader's basket as the header shows it; nothing personal when there is none. */
export interface BasketFacts {
  readonly href: string;
  readonly products: number;
  readonly total: Cents;
}

/** A page's address in a language. */
interface Translation {
  readonly lang: Texts["lang"];
  readonly href: string;
}

/** A whole page. */
export interface PageProps {
  readonly t: Texts;
  readonly assets: Assets;
  readonly network: NetworkFacts;
  readonly title: string;
  readonly description?: string;
  readonly side: Side;
  /** The path of this page, so that its own link says so. */
  readonly path: string;
  /** Where this page is in each language, its own among them. */
  readonly translations?: readonly Translation[];
  readonly navigation: readonly Link[];
  readonly basket?: BasketFacts;
  /** The way in, or to one's own pages under one's own name. */
  readonly account?: Link;
  /** The week bar, where the page is about this week. */
  readonly week?: VNode | undefined;
  /** The form on this page was refused: the title says so first. */
  readonly refused?: boolean;
  readonly children: ComponentChildren;
}

/**
 * Writes a whole HTML document: no inline script, no style but the sheet for who comes for the
 * first time, one sprite with exactly the symbols the page points at.
 * @param render turns nodes into text; given by the server, so that no page ever carries it along
 */
export function writeDocument(page: PageProps, render: (node: VNode) => string): string {
  const body = render(<Body {...page} />);
  const symbols = render(sprite(symbolsIn(body)));
  const scripts = scriptsFor(page.assets, body);
  const html = (
    <html lang={page.t.lang}>
      <Head {...page} {...scripts} />
      <body data-side={page.side} dangerouslySetInnerHTML={{ __html: symbols + body }} />
    </html>
  );
  return `<!doctype html>${render(html)}`;
}

function Body(page: PageProps) {
  return (
    <>
      <a class="skip" href="#content" data-act="skip">
        {page.t.frame.skipToContent}
      </a>
      <Masthead {...page} />
      {page.week}
      <main id="content" tabIndex={-1}>
        {page.children}
      </main>
      <Footer {...page} />
    </>
  );
}

function Masthead({ t, network, navigation, path, basket, account }: PageProps) {
  return (
    <header class="masthead">
      <div>
        <a class="wordmark" href={network.home} data-act="home">
          <Crates />
          <span>
            {network.name}
            {network.place === undefined ? null : <small>{network.place}</small>}
          </span>
        </a>
        <nav aria-label={t.frame.mainNavigation}>
          <ul>
            {[...navigation, ...(account === undefined ? [] : [account])].map((link) => (
              <li class={link === account ? "own" : undefined}>
                <a href={link.href} data-act={link.act} {...current(path, link.href)}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {basket === undefined ? null : <BasketButton t={t} basket={basket} />}
      </div>
    </header>
  );
}

function current(path: string, href: string) {
  return path === href ? ({ "aria-current": "page" } as const) : {};
}

function BasketButton({ t, basket }: { readonly t: Texts; readonly basket: BasketFacts }) {
  const { products, total, href } = basket;
  return (
    <a class="button" href={href} data-act="basket">
      <Icon name="basket" />
      <span>{t.frame.basket}</span>
      <span class="number" data-live="basket-total">
        {products === 0 ? "" : t.format.money(total)}
      </span>
      <span class="hidden" data-live="basket-count">
        {products === 0 ? "" : t.frame.basketOf(products)}
      </span>
    </a>
  );
}

/** The mark: three crates that share their sides. */
function Crates() {
  return (
    <svg viewBox="0 0 60 34" aria-hidden="true">
      <path
        class="st"
        d="M2 12H58V32H2ZM20.7 12V32M39.3 12V32M2 22H58M8 12V6H20V12M40 12V6H52V12M24 12V2H36V12"
      />
    </svg>
  );
}

function Footer({ t, network, translations = [] }: PageProps) {
  const others = translations.filter(({ lang }) => lang !== t.lang);
  return (
    <footer class="footer">
      <div>
        <div class="stack">
          <p>
            <strong>{network.name}</strong>
          </p>
          {network.statements.slice(0, 1).map((statement) => (
            <p>{statement}</p>
          ))}
        </div>
        {network.statements.slice(1).map((statement) => (
          <p>{statement}</p>
        ))}
        <ul>
          {network.links.map(({ href, label, act }) => (
            <li>
              <a href={href} data-act={act}>
                {label}
              </a>
            </li>
          ))}
          {others.map(({ lang, href }) => (
            <li>
              <a lang={lang} hreflang={lang} href={href} data-act="language">
                {t.frame.otherLanguage}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

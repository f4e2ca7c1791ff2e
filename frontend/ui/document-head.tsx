import type { VNode } from "preact";
import { islandsIn } from "#frontend/islands/parts.ts";
import type { Assets, PageProps } from "./document.tsx";

interface Scripts {
  readonly modules: readonly string[];
  /** Asked for by those, and better asked for at once. */
  readonly ahead: readonly string[];
  /** Leads to products. */
  readonly hasProducts: boolean;
}

/** A product is asked for while a pointer rests on its link: words of data, not a script. */
const PRODUCTS_AHEAD = JSON.stringify({
  prefetch: [{ where: { href_matches: ["/prodotti/*", "/en/prodotti/*"] }, eagerness: "moderate" }],
});

/** The scripts of the islands that were written; a page without one loads none. */
export function scriptsFor({ scripts = [], islands }: Assets, body: string): Scripts {
  const names = islandsIn(body);
  const hasProducts = body.includes(' href="/prodotti/');
  if (islands === undefined || names.length === 0) {
    return { modules: scripts, ahead: [], hasProducts };
  }
  const ahead = new Set(names.flatMap((name) => islands.files[name] ?? []));
  return { modules: [...scripts, islands.start], ahead: [...ahead], hasProducts };
}

/** What a browser is told before the page itself. */
export function Head(page: PageProps & Scripts): VNode {
  const { t, network, title, description, refused, translations = [] } = page;
  const said = refused === true ? `${t.frame.errorPrefix}: ${title}` : title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${said} | ${network.name}`}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#191712" media="(prefers-color-scheme: dark)" />
      <Loaded {...page} />
      {translations.map(({ lang, href }) => (
        <link rel="alternate" hreflang={lang} href={href} />
      ))}
    </head>
  );
}

/** What the page loads, and what it will likely ask for next. */
function Loaded({ assets, modules, ahead, hasProducts }: PageProps & Scripts) {
  return (
    <>
      {assets.fonts.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <Sheet {...assets} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      {hasProducts ? (
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: PRODUCTS_AHEAD }} />
      ) : null}
      {modules.map((src) => (
        <script type="module" src={src} />
      ))}
      {ahead.map((href) => (
        <link rel="modulepreload" href={href} fetchpriority="low" />
      ))}
    </>
  );
}

/** Who has the sheet in the page will want it as a file on the next one. */
function Sheet({ styles, sheet }: Assets) {
  if (sheet === undefined) return <link rel="stylesheet" href={styles} />;
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: sheet }} />
      <link rel="prefetch" as="style" href={styles} />
    </>
  );
}

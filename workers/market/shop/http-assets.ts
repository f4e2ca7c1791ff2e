import type { ShopPage } from "#frontend/shop/frame.tsx";
import type { Assets } from "#frontend/ui/document.tsx";

/** What the build made: what pages point at, and the script of those that ask a passkey. */
interface BuiltAssets extends Required<Omit<Assets, "scripts">> {
  readonly sheetDigest: string;
  readonly passkeys: string;
  /** Programs that run beside a page, by name, and the route planner's compiled core. */
  readonly threads: Readonly<Record<string, string>>;
  readonly core: string;
  /** A digest of what draws the pages. */
  readonly pages: string;
}

/** Put in its place by the build, with the digests of what it built. */
declare const BUILT_ASSETS: BuiltAssets | undefined;

/** SHA-256 of nothing. */
const EMPTY = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/** The sheet, addresses of it and of the icon; plain ones where nothing was built (tests). */
const built: BuiltAssets =
  typeof BUILT_ASSETS === "undefined"
    ? {
        styles: "/assets/filiera.css",
        sheet: "",
        fonts: ["/assets/text.woff2"],
        sheetDigest: EMPTY,
        icon: "/icon.svg",
        passkeys: "/assets/passkeys.js",
        threads: {},
        core: "/assets/core.wasm",
        pages: "",
        islands: { start: "/assets/islands.js", files: {} },
      }
    : BUILT_ASSETS;

/** Tells pages of one build from those of another. */
export const BUILD: string = [built.pages, built.styles, built.islands.start].join(" ");

/** What a browser takes to plan rounds by itself (`frontend/threads/plan-round.ts`). */
export const PLANNER_FILES = {
  thread: built.threads["plan-round"] ?? "/assets/plan-round.js",
  core: built.core,
} as const;

/** The program by which a browser counts a vote again (`frontend/threads/recount-vote.ts`). */
export const RECOUNT: string = built.threads["recount-vote"] ?? "/assets/recount-vote.js";

/** By what a policy knows the sheet that a page carries. */
export const SHEET_DIGEST: string = built.sheetDigest;

/**
 * What this page loads: a script where it asks for a passkey, and those of its islands; its sheet
 * as a file, or in the page itself for who arrives.
 */
export function assetsOf({ hasPasskeys }: Pick<ShopPage, "hasPasskeys">, arrives: boolean): Assets {
  const { styles, sheet, fonts, icon, islands, passkeys } = built;
  const assets = { styles, fonts, icon, islands, ...(arrives ? { sheet } : {}) };
  return hasPasskeys === true ? { ...assets, scripts: [passkeys] } : assets;
}

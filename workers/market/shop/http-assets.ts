import type { Assets } from "#frontend/ui/document.tsx";

/** Put in its place by the build, with the digests of what it built. */
declare const BUILT_ASSETS: Assets | undefined;

/** Addresses of the sheet, the font and the icon; plain ones where nothing was built (tests). */
export const assets: Assets =
  typeof BUILT_ASSETS === "undefined"
    ? { styles: "/assets/filiera.css", textFont: "/assets/text.woff2", icon: "/icon.svg" }
    : BUILT_ASSETS;

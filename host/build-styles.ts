import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { transform } from "esbuild";
import { styleOrder } from "#frontend/styles/order.ts";
import { writeAsset } from "./write-asset.ts";

/** What the pages need to point at. Paths are as a browser asks for them. */
export interface BuiltStyles {
  /** `/assets/filiera.<digest>.css`. */
  readonly path: string;
  readonly css: string;
  /** SHA-256 of the sheet in base64, by which a policy knows it where a page carries it. */
  readonly digest: string;
  /** Fonts of the first screen: `/assets/<name>.<digest>.woff2`. */
  readonly fonts: readonly string[];
}

/** Running text, and the titles: the largest words of a page are in the second. */
const firstFonts = [
  "atkinson-hyperlegible-latin-400-normal.woff2",
  "bricolage-grotesque-75-latin.woff2",
];

/**
 * Joins the style sheets in their order, makes them small, and writes them with the fonts they name
 * into `assets` under `build`, each under its digest so that a browser may keep it forever.
 * @throws when a sheet does not parse or names a font that is not in `frontend/public`.
 */
export async function bundleStyles(
  root: string,
  build: string = join(root, "build"),
): Promise<BuiltStyles> {
  const assets = join(build, "assets");
  await mkdir(assets, { recursive: true });

  const sheets = await Promise.all(
    styleOrder.map((name) => readFile(join(root, "frontend", "styles", name), "utf8")),
  );
  const small = await minified(sheets.join("\n"));

  const fonts = await copyFonts(small, root, assets);
  const css = small.replaceAll(fontAddress, (address) => fonts.get(address) ?? address);
  const path = await writeAsset(assets, "filiera.css", css);
  const digest = createHash("sha256").update(css).digest("base64");
  return { path, css, digest, fonts: firstFonts.map((name) => fonts.get(`/fonts/${name}`) ?? "") };
}

/** Syntax is left as written: the browsers we serve know nesting and `light-dark()`. */
async function minified(css: string): Promise<string> {
  const { code, warnings } = await transform(css, {
    loader: "css",
    minify: true,
    target: "esnext",
    charset: "utf8",
  });
  const [first] = warnings;
  if (first !== undefined) throw new Error(`style sheets: ${first.text}`);
  return code.trim();
}

const fontAddress = /\/fonts\/[\w.-]+\.woff2/g;

async function copyFonts(
  css: string,
  root: string,
  assets: string,
): Promise<ReadonlyMap<string, string>> {
  const addresses = [...new Set(css.match(fontAddress))];
  const copies = addresses.map(async (address) => {
    const font = await readFile(join(root, "frontend", "public", address));
    return [address, await writeAsset(assets, basename(address), font)] as const;
  });
  return new Map(await Promise.all(copies));
}

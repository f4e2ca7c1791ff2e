import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";

/** Writes `name.<digest>.ext` into the folder of assets and returns where a browser finds it. */
export async function writeAsset(
  assets: string,
  name: string,
  body: string | Uint8Array,
): Promise<string> {
  const digest = createHash("sha256").update(body).digest("hex").slice(0, 12);
  const extension = extname(name);
  const file = `${basename(name, extension)}.${digest}${extension}`;
  await writeFile(join(assets, file), body);
  return `/assets/${file}`;
}

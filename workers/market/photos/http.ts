import { type Context, Hono } from "hono";
import * as v from "valibot";
import { MOST_PHOTO_BYTES, PHOTO_KINDS } from "#domain/catalogue/photo.ts";
import type { EnterpriseId, ProductId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { idOf, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { setEnterprisePhoto, setProductPhoto } from "./actions.ts";

/** Four letters for three bytes. */
const MOST_LETTERS = Math.ceil(MOST_PHOTO_BYTES / 3) * 4 + 4;

/** A JPEG or WebP in base64, and what it shows, for who cannot see it. */
const Body = v.strictObject({
  alt: words(200),
  image: v.pipe(
    v.string(),
    v.maxLength(MOST_LETTERS),
    v.regex(/^[A-Za-z0-9+/]+={0,2}$/, "base64"),
    v.check((letters) => letters.length % 4 === 0, "base64"),
  ),
});

const Answer = v.object({
  photo: v.nullable(
    v.object({
      url: v.string(),
      kind: v.picklist(PHOTO_KINDS),
      width: v.number(),
      height: v.number(),
      alt: v.string(),
    }),
  ),
});

const refusals = [
  ...WRITING,
  "not-found",
  "photo-kind-unknown",
  "photo-broken",
  "photo-too-heavy",
  "photo-too-large",
  "photo-going",
  "neighbour-failed",
] as const;
const hiding = [...WRITING, "not-found"] as const;

const Product = v.object({ id: idOf<ProductId>() });
const Enterprise = v.object({ id: idOf<EnterpriseId>() });

function sentIn({ alt, image }: v.InferOutput<typeof Body>) {
  return { alt, image: Uint8Array.from(atob(image), (letter) => letter.codePointAt(0) ?? 0) };
}

export const productPhotos = new Hono<Edge>()
  .put(
    "/:id/photo",
    endpoint({
      summary: "Shows a photo of a product; what a camera wrote into it is left out",
      area: "catalogue",
      answers: { 200: Answer },
      refusals,
    }),
    validated("param", Product),
    validated("json", Body),
    async (c) => {
      const { id } = c.req.valid("param");
      return answer(c, await setProductPhoto(c.var.request, id, sentIn(c.req.valid("json"))));
    },
  )
  .delete(
    "/:id/photo",
    endpoint({
      summary: "Shows no photo of a product any more",
      area: "catalogue",
      answers: { 200: Answer },
      refusals: hiding,
    }),
    validated("param", Product),
    async (c) => answer(c, await setProductPhoto(c.var.request, c.req.valid("param").id, null)),
  );

export const enterprisePhotos = new Hono<Edge>()
  .put(
    "/:id/photo",
    endpoint({
      summary: "Shows a photo of an enterprise; what a camera wrote into it is left out",
      area: "network",
      answers: { 200: Answer },
      refusals,
    }),
    validated("param", Enterprise),
    validated("json", Body),
    async (c) => {
      const { id } = c.req.valid("param");
      return answer(c, await setEnterprisePhoto(c.var.request, id, sentIn(c.req.valid("json"))));
    },
  )
  .delete(
    "/:id/photo",
    endpoint({
      summary: "Shows no photo of an enterprise any more",
      area: "network",
      answers: { 200: Answer },
      refusals: hiding,
    }),
    validated("param", Enterprise),
    async (c) => answer(c, await setEnterprisePhoto(c.var.request, c.req.valid("param").id, null)),
  );

const FILE = /^([0-9a-f]{64})\.(jpg|webp)$/;
const TYPES: Readonly<Record<string, string>> = { jpg: "image/jpeg", webp: "image/webp" };

/** The photos themselves, for anyone: what stands under a digest never changes. */
export const photoFiles = new Hono<Edge>().get("/:file", async (c) => {
  const name = c.req.param("file");
  const [, digest = "", ending = ""] = FILE.exec(name) ?? [];
  const type = TYPES[ending];
  if (type === undefined) return c.notFound();
  const tag = `"${digest}"`;
  if (c.req.header("If-None-Match") === tag) return keep(c, tag).body(null, 304);
  const found = await c.var.request.ports.photos.get(name);
  if (found === null) return c.notFound();
  c.header("Content-Type", type);
  return keep(c, tag).body(found.body);
});

/** Whatever a browser is made to open it as, it stays a picture. */
function keep(c: Context<Edge>, tag: string): Context<Edge> {
  c.set("answered", "file");
  c.header("Cache-Control", "public, max-age=31536000, immutable");
  c.header("ETag", tag);
  c.header("Content-Disposition", "inline");
  return c;
}

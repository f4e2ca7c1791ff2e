import { type Context, Hono } from "hono";
import { photoFile } from "#domain/catalogue/photo.ts";
import { type EnterpriseId, id, isId, type ProductId } from "#domain/kernel/ids.ts";
import { type OwnGoodFacts, OwnPhotos, type OwnPhotosFacts } from "#frontend/member/own-photos.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import { fileFormOf } from "#market/edge/body.ts";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { type PhotoSent, setEnterprisePhoto, setProductPhoto } from "#market/photos/actions.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { type OwnPhotosView, readOwnPhotos } from "./read-own-photos.ts";

const HERE = "/io/prodotti";
const LONGEST_ALT = 200;

/** Photos of what one makes: no key, for a photo is set, and setting it twice is setting it. */
export const ownPhotoPages = new Hono<Edge>()
  .get("/", (c) => showGoods(c))
  .post("/:product/foto", (c) => send(c, "product"))
  .post("/:product/foto/rimozione", (c) => set(c, "product", null))
  .post("/aziende/:enterprise/foto", (c) => send(c, "enterprise"))
  .post("/aziende/:enterprise/foto/rimozione", (c) => set(c, "enterprise", null));

type Whose = "product" | "enterprise";

async function send(c: Context<Edge>, whose: Whose): Promise<Response> {
  const form = await fileFormOf(c);
  const file = form.get("file");
  const image = new Uint8Array(file instanceof Blob ? await file.arrayBuffer() : []);
  const told = form.get("alt");
  return set(c, whose, { image, alt: typeof told === "string" ? told.trim() : "" });
}

async function set(c: Context<Edge>, whose: Whose, sent: PhotoSent | null): Promise<Response> {
  const own = c.req.param(whose) ?? "";
  if (!isId(own)) return writeLost(c);
  const { request } = c.var;
  const isTold = sent === null || (sent.alt !== "" && sent.alt.length <= LONGEST_ALT);
  const read = isTold ? null : await readOwnPhotos(request, "own");
  const isOwn = read?.ok === true && read.value.goods.some((good) => idOf(good) === own);
  if (isOwn) {
    const message = wordsOf(c).photos.altMissing;
    return showGoods(c, { id: own, alt: sent?.alt ?? "", error: { field: "alt", message } });
  }
  // What is said of somebody else's goods is the deed's to say, whatever words came along.
  const told = sent === null ? null : { ...sent, alt: sent.alt.slice(0, LONGEST_ALT) };
  const reply =
    whose === "product"
      ? await setProductPhoto(request, id<ProductId>(own), told)
      : await setEnterprisePhoto(request, id<EnterpriseId>(own), told);
  if (reply.ok) return c.redirect(`${HERE}?fatto=1`, 303);
  if (NOT_FOR.has(reply.refusal.code)) return writeNotFor(c, reply.refusal);
  const message = reasonOf(wordsOf(c), reply.refusal);
  const refused = { id: own, alt: sent?.alt ?? "", error: { field: "file", message } };
  return showGoods(c, refused);
}

const NOT_FOR: ReadonlySet<AnyRefusal["code"]> = new Set([
  "not-signed-in",
  "not-allowed",
  "not-found",
]);

interface Refused {
  readonly id: string;
  readonly alt: string;
  readonly error: FieldError;
}

async function showGoods(c: Context<Edge>, refused: Refused | null = null): Promise<Response> {
  const read = await readOwnPhotos(c.var.request, refused === null ? "own" : "refused");
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const facts = {
    enterprises: enterprisesOf(read.value, refused),
    isDone: c.req.query("fatto") === "1",
    refusedId: refused?.id ?? null,
    errors:
      refused === null
        ? []
        : [{ field: `${refused.error.field}-${refused.id}`, message: refused.error.message }],
  };
  const page = {
    title: t.photos.title,
    path: HERE,
    refused: refused !== null,
    children: <OwnPhotos t={t} facts={facts} />,
  };
  return writePage(c, read.value.around, page, refused === null ? 200 : 422);
}

type Goods = OwnPhotosView["goods"][number];

function idOf({ productId, enterpriseId }: Goods): string {
  return productId ?? enterpriseId;
}

function enterprisesOf(
  { goods }: OwnPhotosView,
  refused: Refused | null,
): OwnPhotosFacts["enterprises"] {
  return goods
    .filter(({ productId }) => productId === null)
    .map((self) => ({
      self: goodOf(self, refused),
      products: goods
        .filter((one) => one.productId !== null && one.enterpriseId === self.enterpriseId)
        .map((one) => goodOf(one, refused)),
    }));
}

function goodOf(good: Goods, refused: Refused | null): OwnGoodFacts {
  const { productId, enterpriseId, name, slug, photo } = good;
  const own = idOf(good);
  return {
    id: own,
    name,
    action: productId === null ? `${HERE}/aziende/${enterpriseId}/foto` : `${HERE}/${own}/foto`,
    page: productId === null ? `/produttori/${slug}` : `/prodotti/${slug}`,
    photo:
      photo === null ? null : { ...photo, src: `/foto/${photoFile(photo.digest, photo.kind)}` },
    alt: refused?.id === own ? refused.alt : (photo?.alt ?? ""),
  };
}

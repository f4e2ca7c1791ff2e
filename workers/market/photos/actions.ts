import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { photoFile, readPhoto } from "#domain/catalogue/photo.ts";
import type { PhotoRefusal } from "#domain/catalogue/refusals.ts";
import { digestOfBytes } from "#domain/kernel/digest.ts";
import type { EnterpriseId, ProductId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { enterpriseById } from "#store/enterprises.ts";
import { grantsBy } from "#store/enterprise-grants.ts";
import {
  hidePhoto,
  PHOTO_DROPPED,
  type PhotoOf,
  showPhoto,
  type ShownPhoto,
} from "#store/photos.ts";
import { productById } from "#store/products.ts";

/** A picture as it was sent, and what it shows in words. */
export interface PhotoSent {
  readonly image: Uint8Array;
  readonly alt: string;
}

/** What is shown from now on; null where nothing is. */
export interface PhotoAnswer {
  readonly photo: (Omit<ShownPhoto, "digest"> & { readonly url: string }) | null;
}

type Answer = Outcome<Plan<PhotoAnswer>, AccessRefusal | PhotoRefusal>;

/** Shows a photo beside the drawing of a product, or none with null. */
export function setProductPhoto(request: Request, id: ProductId, sent: PhotoSent | null) {
  return perform(request, {
    load: () => ({ product: productById(id), given: grantsBy({ product: id }) }),
    decide: ({ product, given }, principal): Answer => {
      const subjects = { producer: product?.enterpriseId ?? null };
      const allowed = allow(principal, "catalogue.edit", subjects, given);
      if (!allowed.ok) return allowed;
      if (product === null) return refuse({ code: "not-found", what: "product" });
      return planOf(request, principal, { product: product.id }, sent);
    },
    guards: GUARDS,
  });
}

/** Shows a photo of who makes things, or none with null. */
export function setEnterprisePhoto(request: Request, id: EnterpriseId, sent: PhotoSent | null) {
  return perform(request, {
    load: () => ({ enterprise: enterpriseById(id) }),
    decide: ({ enterprise }, principal): Answer => {
      const subjects = { producer: enterprise?.id ?? null, hub: enterprise?.id ?? null };
      const allowed = allow(principal, "enterprises.edit", subjects);
      if (!allowed.ok) return allowed;
      if (enterprise === null) return refuse({ code: "not-found", what: "enterprise" });
      return planOf(request, principal, { enterprise: enterprise.id }, sent);
    },
    guards: GUARDS,
  });
}

const GUARDS = { [PHOTO_DROPPED]: { code: "photo-going" } } as const;

/**
 * The file goes to the bucket first, under its digest: a row never names one that is not there. A
 * file whose row was refused after all is found by nobody, and is written over when it comes again.
 */
function planOf(
  { ports }: Request,
  principal: Principal,
  of: PhotoOf,
  sent: PhotoSent | null,
): Answer {
  if (sent === null) return accept({ value: { photo: null }, statements: [hidePhoto(of)] });
  const read = readPhoto(sent.image);
  if (!read.ok) return read;
  const { bytes, ...shown } = read.value;
  const digest = digestOfBytes(bytes);
  const name = photoFile(digest, shown.kind);
  const { alt } = sent;
  const row = {
    ...shown,
    digest,
    alt,
    bytes: bytes.length,
    at: ports.now,
    by: actorName(principal),
  };
  return accept({
    value: { photo: { ...shown, alt, url: `/foto/${name}` } },
    statements: showPhoto(of, row),
    first: {
      ask: async () => {
        await ports.photos.put(name, bytes);
        return accept({ before: [], after: [] });
      },
      undo: () => Promise.resolve(),
    },
  });
}

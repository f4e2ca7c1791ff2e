import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { type OwnGoods, ownGoods } from "#store/photos.ts";

export interface OwnPhotosView {
  readonly around: Around;
  readonly goods: readonly OwnGoods[];
}

/**
 * The enterprises that one speaks for with what they make, in one round trip. Who was refused
 * something that they may do, such as a program of the network's officers, hears why here as well.
 */
export async function readOwnPhotos(
  request: Request,
  why: "own" | "refused",
): Promise<Outcome<OwnPhotosView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    goods: ownGoods(request.credentials.session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok && why === "own") return self;
  return accept({ around: aroundOf(known, request), goods: known.goods });
}

import type { PhotoKind } from "#domain/catalogue/photo.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { EnterpriseId, ProductId } from "#domain/kernel/ids.ts";
import { id } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import { integer, integerOrNull, text, textOrNull } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** What the database says when a photo is being taken away that somebody wants to show. */
export const PHOTO_DROPPED = "refused:photo-dropped";

/** What is shown, and where: its file is named by its digest. */
export interface ShownPhoto {
  readonly digest: Digest;
  readonly kind: PhotoKind;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Whose photo it is: one each. */
export type PhotoOf = { readonly product: ProductId } | { readonly enterprise: EnterpriseId };

interface Kept extends ShownPhoto {
  readonly bytes: number;
  readonly at: Instant;
  readonly by: string;
}

/** Shows a photo from now on, instead of the one before. */
export function showPhoto(of: PhotoOf, photo: Kept): Statement[] {
  const { digest, kind, width, height, bytes, alt, at, by } = photo;
  return [
    {
      sql: `INSERT INTO photo (digest, kind, width, height, bytes, stored_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING`,
      args: [digest, kind, width, height, bytes, at],
    },
    { sql: SHOW[whose(of)], args: [ownerOf(of), digest, alt, at, by] },
  ];
}

/** Shows none any more; the drawing stays. */
export function hidePhoto(of: PhotoOf): Statement {
  return { sql: HIDE[whose(of)], args: [ownerOf(of)] };
}

function whose(of: PhotoOf): "product" | "enterprise" {
  return "product" in of ? "product" : "enterprise";
}

function ownerOf(of: PhotoOf): string {
  return "product" in of ? of.product : of.enterprise;
}

const shows = (table: string, owner: string) => `INSERT INTO ${table}
    (${owner}, digest, alt, set_at, set_by) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (${owner}) DO UPDATE SET digest = excluded.digest, alt = excluded.alt,
    set_at = excluded.set_at, set_by = excluded.set_by`;
const SHOW = {
  product: shows("product_photo", "product_id"),
  enterprise: shows("enterprise_photo", "enterprise_id"),
} as const;
const HIDE = {
  product: "DELETE FROM product_photo WHERE product_id = ?",
  enterprise: "DELETE FROM enterprise_photo WHERE enterprise_id = ?",
} as const;

const SHOWN = "p.digest, p.kind, p.width, p.height, shown.alt";

function photoOf(row: Row, at = 0): ShownPhoto | null {
  const digest = textOrNull(row, at);
  if (digest === null) return null;
  return {
    digest: digest as Digest,
    kind: text(row, at + 1) as PhotoKind,
    width: integer(row, at + 2),
    height: integer(row, at + 3),
    alt: text(row, at + 4),
  };
}

const bySlug = (table: string, owner: string) => `SELECT ${SHOWN} FROM ${owner} AS own
  JOIN ${table} AS shown ON shown.${owner}_id = own.id JOIN photo AS p ON p.digest = shown.digest
  WHERE own.slug = ?`;
const BY_SLUG = {
  product: bySlug("product_photo", "product"),
  enterprise: bySlug("enterprise_photo", "enterprise"),
} as const;

/** The photo of what stands at an address; null where there is none. */
export function photoAt(of: "product" | "enterprise", slug: string): Loader<ShownPhoto | null> {
  return {
    statement: { sql: BY_SLUG[of], args: [slug] },
    parse: ([row]) => (row === undefined ? null : photoOf(row)),
  };
}

/** An enterprise that its reader speaks for, or a product of one. */
export interface OwnGoods {
  readonly enterpriseId: EnterpriseId;
  /** Null for the enterprise itself. */
  readonly productId: ProductId | null;
  readonly name: string;
  readonly slug: string;
  readonly photo: ShownPhoto | null;
}

/** More than these do not fit a page. */
const MOST_GOODS = 400;

/** What the person of a session makes: each enterprise, then its products, by name. */
export function ownGoods(session: Digest | null): Loader<OwnGoods[]> {
  return {
    statement: {
      sql: `WITH own AS (
          SELECT DISTINCT g.subject AS id FROM session s JOIN role_grant g ON g.holder = s.person_id
          WHERE s.digest = ?1 AND g.role = 'producer' AND g.revoked_at IS NULL
        )
        SELECT e.id, NULL, e.name, e.slug, ${SHOWN}, 0 AS turn, e.name AS beside
        FROM own JOIN enterprise e ON e.id = own.id
        LEFT JOIN enterprise_photo shown ON shown.enterprise_id = e.id
        LEFT JOIN photo p ON p.digest = shown.digest
        UNION ALL
        SELECT e.id, g.id, g.name, g.slug, ${SHOWN}, 1, e.name
        FROM own JOIN enterprise e ON e.id = own.id JOIN product g ON g.enterprise_id = e.id
        LEFT JOIN product_photo shown ON shown.product_id = g.id
        LEFT JOIN photo p ON p.digest = shown.digest
        WHERE g.withdrawn_at IS NULL
        ORDER BY beside, 1, turn, 3 LIMIT ${MOST_GOODS}`,
      args: [session],
    },
    parse: (rows) =>
      rows.map((row) => {
        const product = textOrNull(row, 1);
        return {
          enterpriseId: id<EnterpriseId>(text(row, 0)),
          productId: product === null ? null : id<ProductId>(product),
          name: text(row, 2),
          slug: text(row, 3),
          photo: integerOrNull(row, 6) === null ? null : photoOf(row, 4),
        };
      }),
  };
}

/** From now on nothing can show what nothing shows: its bytes can go. */
export function dropUnshown(at: Instant): Statement {
  return {
    sql: `UPDATE photo SET dropped_at = ? WHERE dropped_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM product_photo s WHERE s.digest = photo.digest)
      AND NOT EXISTS (SELECT 1 FROM enterprise_photo s WHERE s.digest = photo.digest)`,
    args: [at],
  };
}

export type DroppedPhoto = Pick<ShownPhoto, "digest" | "kind">;

/** Some of those whose bytes are to go. */
export function droppedPhotos(atMost: number): Loader<DroppedPhoto[]> {
  return {
    statement: {
      sql: "SELECT digest, kind FROM photo WHERE dropped_at IS NOT NULL ORDER BY digest LIMIT ?",
      args: [atMost],
    },
    parse: (rows) =>
      rows.map((row) => ({ digest: text(row, 0) as Digest, kind: text(row, 1) as PhotoKind })),
  };
}

/** Forgets photos whose bytes are gone. */
export function forgetPhotos(photos: readonly DroppedPhoto[]): Statement {
  return {
    sql: `DELETE FROM photo WHERE dropped_at IS NOT NULL
      AND digest IN (SELECT value FROM json_each(?))`,
    args: [JSON.stringify(photos.map(({ digest }) => digest))],
  };
}

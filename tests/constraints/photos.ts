import { checksOf, insert, type Row, type Sample, statement, type Trial } from "./attempt.ts";

const apples: Row = {
  digest: "a".repeat(64),
  kind: "webp",
  width: 1280,
  height: 853,
  bytes: 90_000,
  stored_at: 1000,
  dropped_at: null,
};
const unused: Row = { ...apples, digest: "b".repeat(64), kind: "jpeg" };
const shown: Row = { digest: apples["digest"] ?? "", alt: "Una cassa", set_at: 1, set_by: "test" };
const going = statement("UPDATE photo SET dropped_at = 5 WHERE kind = 'jpeg'");
const gone = { ...shown, digest: unused["digest"] ?? "" };

const samples: readonly Sample[] = [
  { table: "photo", seeds: [apples, unused], fresh: { ...apples, digest: "c".repeat(64) } },
  {
    table: "product_photo",
    seeds: [{ product_id: "monte-veronese", ...shown }],
    fresh: { product_id: "burro", ...shown },
  },
  {
    table: "enterprise_photo",
    seeds: [{ enterprise_id: "malga", ...shown }],
    fresh: { enterprise_id: "loggia", ...shown },
  },
];

export const photosTrial: Trial = {
  samples,
  checks: [
    ...checksOf("photo", [
      ["photo_digest_hex", { digest: "A".repeat(64) }],
      ["photo_digest_hex", { digest: "c".repeat(63) }],
      ["photo_kind_known", { kind: "png" }],
      ["photo_width_sane", { width: 0 }],
      ["photo_width_sane", { width: 4097 }],
      ["photo_height_sane", { height: 0 }],
      ["photo_height_sane", { height: 4097 }],
      ["photo_bytes_few", { bytes: 0 }],
      ["photo_bytes_few", { bytes: 1_048_577 }],
      ["photo_stored_at_instant", { stored_at: -1 }],
    ]),
    ...checksOf("product_photo", [
      ["product_photo_alt_said", { alt: "" }],
      ["product_photo_alt_said", { alt: "a".repeat(201) }],
    ]),
    ...checksOf("enterprise_photo", [
      ["enterprise_photo_alt_said", { alt: "" }],
      ["enterprise_photo_alt_said", { alt: "a".repeat(201) }],
    ]),
  ],
  refusals: [
    {
      trigger: "product_photo_stands",
      says: "refused:photo-dropped",
      title: "a product cannot show a photo that is being taken away",
      by: [going, insert("product_photo", { product_id: "burro", ...gone })],
    },
    {
      trigger: "product_photo_stays",
      says: "refused:photo-dropped",
      title: "a product cannot change to a photo that is being taken away",
      by: [
        going,
        statement(
          "UPDATE product_photo SET digest = (SELECT digest FROM photo WHERE kind = 'jpeg')",
        ),
      ],
    },
    {
      trigger: "enterprise_photo_stands",
      says: "refused:photo-dropped",
      title: "an enterprise cannot show a photo that is being taken away",
      by: [going, insert("enterprise_photo", { enterprise_id: "loggia", ...gone })],
    },
    {
      trigger: "enterprise_photo_stays",
      says: "refused:photo-dropped",
      title: "an enterprise cannot change to a photo that is being taken away",
      by: [
        going,
        statement(
          "UPDATE enterprise_photo SET digest = (SELECT digest FROM photo WHERE kind = 'jpeg')",
        ),
      ],
    },
    {
      trigger: "photo_shown_stays",
      says: "refused:photo-shown",
      title: "a photo that is shown is not taken away",
      by: [statement("UPDATE photo SET dropped_at = 5 WHERE kind = 'webp'")],
    },
  ],
  effects: [],
};

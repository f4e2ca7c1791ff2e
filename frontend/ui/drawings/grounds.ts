import type { Drawing } from "./drawing.ts";

/** The land behind a product (160 × 120) and the crate in front of it (120 × 50). */
export const grounds = {
  plain: [
    ["l1", "M0 72H160V120H0Z"],
    [
      "l2",
      "M78 72L8 120H34L82 72ZM86 72L62 120H92L92 72ZM98 72L118 120H146L104 72ZM110 72",
      "L160 104V92L118 72ZM68 72L0 106V92L58 72Z",
    ],
  ],
  hill: [
    ["l1", "M0 70C24 44 52 48 78 66C104 50 134 44 160 62V120H0Z"],
    [
      "l2",
      "M0 96C40 74 92 76 160 102V120H0ZM30 62l3-14 3 14zM42 60l3-18 3 18zM122 58",
      "l3-16 3 16z",
    ],
  ],
  mountain: [
    ["l1", "M0 84L34 42L56 66L90 24L124 68L140 52L160 78V120H0Z"],
    [
      "l2",
      "M90 24L104 42L96 48L88 40L80 48L76 42ZM34 42L44 53L34 58L26 52ZM0 98",
      "C44 84 104 86 160 100V120H0Z",
    ],
  ],
  lake: [
    ["l1", "M0 62L30 50L58 60L92 40L132 60L160 52V74H0Z"],
    ["l2", "M0 74H160V120H0Z"],
    [
      "wave",
      "M8 86q8-6 16 0t16 0M66 94q8-6 16 0t16 0M116 84q8-6 16 0t16 0M20 108q8-6 16 0",
      "t16 0M104 110q8-6 16 0t16 0",
    ],
  ],
  city: [
    ["l1", "M0 66H14V50H30V66H44L54 54L64 66H92V34L98 24L104 34V66H122V54H144V66H160V120H0Z"],
    [
      "l2",
      "M0 84H160V120H150A16 20 0 0 0 118 120H104A16 20 0 0 0 72 120H58",
      "A16 20 0 0 0 26 120H12Q10 108 0 106Z",
    ],
  ],
  crate: [
    ["ta", "M2 4H118V16H2ZM2 19H118V31H2ZM2 34H118V46H2Z"],
    ["tb", "M8 1H18V49H8ZM102 1H112V49H102Z"],
    [
      "ink",
      "M2 4H118V16H2ZM2 19H118V31H2ZM2 34H118V46H2ZM8 1H18V49H8ZM102 1H112V49H102Z",
      "M13 10h.1M13 25h.1M13 40h.1M107 10h.1M107 25h.1M107 40h.1",
    ],
  ],
} satisfies Readonly<Record<string, Drawing>>;

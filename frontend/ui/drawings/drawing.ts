/**
 * One path of a drawing: what it is made of, then its path data in pieces that join.
 * `ta tb tc` are the three flat tints of the palette, `rib` a pale line in the third one, `ink` the
 * outline, `l1 l2` the two tints of the land, `wave` a line on water.
 */
export type Stroke = readonly [
  tint: "ta" | "tb" | "tc" | "rib" | "ink" | "l1" | "l2" | "wave",
  ...pieces: readonly string[],
];

/** The paths of one symbol, back to front. */
export type Drawing = readonly Stroke[];

import type { VNode } from "preact";

/**
 * Single strokes in a 24 × 24 box. `i-` stands beside a word on a control, `g-` is a practice on a
 * producer's stamp. Never alone: the word is always there.
 */
export const glyphs: Readonly<Record<string, string>> = {
  "i-basket": "M3 9H21L19 20H5ZM8 9V6C8 2 16 2 16 6V9",
  "i-check": "M4 13L10 19L21 5",
  "i-search": "M10.5 3A7.5 7.5 0 1 1 10.4 3ZM16 16L21 21",
  "i-back": "M20 12H4M11 5L4 12L11 19",
  "i-next": "M4 12H20M13 5L20 12L13 19",
  "i-print": "M6 9V3H18V9M6 17H3V9H21V17H18M6 14H18V21H6Z",
  "i-link": [
    "M10 14C7 11 9 8 11 6L13 4C17 1 22 6 19 10L17 12",
    "M14 10C17 13 15 16 13 18L11 20C7 23 2 18 5 14L7 12",
  ].join(""),
  "i-attention": "M12 3L22 20H2ZM12 9V14M12 17h.1",
  "i-door": "M5 21V4H16V21M2 21H22M12.5 12.5h.1",
  "i-place": "M12 21C4 12 5 3 12 3C19 3 20 12 12 21ZM12 7A2.5 2.5 0 1 1 11.9 7",
  "i-clock": "M12 3A9 9 0 1 1 11.9 3ZM12 7V12L15.5 14",
  "i-phone": "M5 3H9L11 8L8.5 10C9.5 12 12 14.5 14 15.5L16 13L21 15V19C21 21 3 21 5 3Z",
  "i-remove": "M5 7H19M9 7V4H15V7M7 7L8 20H16L17 7M10.5 11V16M13.5 11V16",
  "i-minus": "M4 12H20",
  "i-plus": "M12 4V20M4 12H20",
  "g-organic": "M5 19C5 9 10 5 20 4C20 15 15 19 8 18M5 21C8 14 12 11 16 9",
  "g-oven":
    "M3 20V12C3 6 8 3 12 3C16 3 21 6 21 12V20ZM8 20V15C8 13 10 12 12 12C14 12 16 13 16 15V20",
  "g-integrated":
    "M12 21V6M12 12C7 12 5 9 5 5C10 5 12 8 12 12M12 15C17 15 19 12 19 8C14 8 12 11 12 15",
  "g-participatory": "M3 12L8 7L13 10M21 12L16 7L10 12L12 14L15 12L19 16L12 20L5 14",
  "g-social": "M9 6A4 4 0 1 1 8.9 6M15 6A4 4 0 1 1 14.9 6M12 11A4 4 0 1 1 11.9 11",
  "g-farm": "M3 20V10L12 4L21 10V20ZM9 20V14H15V20",
};

interface IconProps {
  /** A key of `glyphs` without its `i-`. */
  readonly name:
    | "basket"
    | "check"
    | "search"
    | "back"
    | "next"
    | "print"
    | "link"
    | "attention"
    | "door"
    | "place"
    | "clock"
    | "phone"
    | "remove"
    | "minus"
    | "plus";
}

/** A stroke beside a word; silent, because the word says it. */
export function Icon({ name }: IconProps): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

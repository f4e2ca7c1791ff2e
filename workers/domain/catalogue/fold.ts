/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/**
 * Lower case without accents: «Ciliegie», «CILIÈGIE» and «ciliegie» are one word.
 * What is no letter or digit becomes a single space; nothing is left at the ends.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[ßæœøđłı]/gu, (letter) => WHOLE[letter] ?? letter)
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

/** Crockford's base 32: nothing in it is taken for something else when it is read aloud. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
/** 130 bits: nobody guesses one, and no two are alike. */
const LENGTH = 26;

/** Draws the name of a secret ballot, here and nowhere else. */
export function drawTracker(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** As it is read aloud. */
export function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

/** Whether these letters stand there. */
export function says(file: Uint8Array, at: number, letters: string): boolean {
  return lettered(letters).every((letter, index) => file[at + index] === letter);
}

/** Several pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Letters as bytes. */
export function lettered(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
}

/** A number of so many bytes, the greatest first; 0 where the file has ended. */
export function greatFirst(file: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (file[at + index] ?? 0);
  return value;
}

/** A number of so many bytes, the smallest first; 0 where the file has ended. */
export function smallFirst(file: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    value = value * 256 + (file[at + index] ?? 0);
  }
  return value;
}

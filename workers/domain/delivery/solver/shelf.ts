/** Where typed arrays come from: the engine's own, or a memory shared with compiled code. */
export interface Shelf {
  int32(length: number): Int32Array<ArrayBuffer>;
  float64(length: number): Float64Array<ArrayBuffer>;
}

export const plainShelf: Shelf = {
  int32: (length) => new Int32Array(length),
  float64: (length) => new Float64Array(length),
};

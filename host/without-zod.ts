/** Stands in for zod in the Worker's bundle, where nothing is described with zod. */
export function toJSONSchema(): never {
  throw new Error("schemas are valibot's: zod is not in this bundle");
}

/** A product's name, and which size where it has several. */
export function sizeName(product: string, label: string): string {
  return label === "" ? product : `${product}, ${label}`;
}

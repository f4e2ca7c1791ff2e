/** Why somebody may not do what they ask. */
export type AccessRefusal =
  | { readonly code: "not-signed-in" }
  | { readonly code: "not-allowed"; readonly act: string }
  | { readonly code: "not-found"; readonly what: string };

/** Why somebody may not do what they ask. */
export type AccessRefusal =
  | { readonly code: "not-signed-in" }
  | { readonly code: "not-allowed"; readonly act: string }
  | { readonly code: "not-found"; readonly what: string };

/** Why a token cannot be issued or revoked. */
export type TokenRefusal =
  | { readonly code: "grant-misfit"; readonly role: string }
  | { readonly code: "grant-subject-missing"; readonly role: string; readonly subject: string }
  | { readonly code: "expiry-passed" }
  | { readonly code: "last-officer" };

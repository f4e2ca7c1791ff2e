/** Why a letter is not sent again, or news of one are not believed. */
export type LetterRefusal =
  /** It is still waiting to be sent for the first time. */
  | { readonly code: "letter-waiting" }
  /** Its words or its address are no longer kept. */
  | { readonly code: "letter-forgotten" }
  /** The signature is missing, wrong or of another time. */
  | { readonly code: "news-unsigned" };

import type { AssemblyState } from "./assembly.ts";

/** Why an assembly is not convened, held or written down that way. */
export type AssemblyRefusal =
  | { readonly code: "agenda-empty" }
  /** The convocation goes out so many days before the first call (art. 2366 c.3 c.c.). */
  | { readonly code: "assembly-too-soon"; readonly days: number }
  /** On another day than the first, so many days later at most (art. 2369 c.c.). */
  | { readonly code: "second-call-misplaced"; readonly most: number }
  /** A separate assembly sends delegates to a general one that says how many (art. 2540 c.c.). */
  | { readonly code: "general-without-delegates" }
  /** What is asked for is done in another state. */
  | { readonly code: "assembly-elsewhere"; readonly state: AssemblyState }
  /** Not in the book, not yet for ninety days, suspended, in arrears. */
  | { readonly code: "not-of-the-assembly" }
  | { readonly code: "present-already" }
  /** Whoever stands for somebody takes part themselves, in person or from afar. */
  | { readonly code: "holder-not-there" }
  | { readonly code: "too-few-present"; readonly present: number; readonly needed: number }
  /** Somebody else changed it meanwhile. */
  | { readonly code: "assembly-changed" }
  /** Minutes are sealed once, over the text that was read. */
  | { readonly code: "minutes-changed" }
  | { readonly code: "minutes-sealed" };

/** Why somebody does not take an office. */
export type OfficeRefusal =
  | { readonly code: "not-electable" }
  | { readonly code: "term-too-long"; readonly most: number }
  | { readonly code: "office-held" }
  | { readonly code: "term-ended" };

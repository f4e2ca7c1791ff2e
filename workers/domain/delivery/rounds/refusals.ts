/** Why something about rounds may not be. */
export type RoundsRefusal =
  | { readonly code: "shift-overlaps" }
  | { readonly code: "vehicle-retired"; readonly vehicleId: string }
  | { readonly code: "shift-not-that-day" }
  | { readonly code: "rounds-too-early" }
  | { readonly code: "rounds-over" }
  | { readonly code: "rounds-without-hub" }
  | { readonly code: "rounds-without-shift" }
  | { readonly code: "rounds-without-stops" }
  | { readonly code: "round-stop-told"; readonly subject: string }
  | { readonly code: "round-stop-unknown"; readonly subject: string };

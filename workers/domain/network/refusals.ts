/** Why people and places of the network cannot be set up like this. */
export type NetworkRefusal =
  | { readonly code: "network-exists" }
  | { readonly code: "vat-number-taken"; readonly vatNumber: string }
  | { readonly code: "name-taken"; readonly name: string }
  | { readonly code: "slot-taken"; readonly fromMinute: number; readonly toMinute: number }
  | { readonly code: "certification-registered"; readonly number: string }
  | { readonly code: "not-in-group"; readonly groupId: string }
  /** Asks or answers about a group that its household is in already, or waits for. */
  | { readonly code: "group-taken" }
  | { readonly code: "group-asked" }
  | { readonly code: "group-request-ended" }
  /** Goes only once its orders are over, or another household coordinates. */
  | { readonly code: "group-order-open" }
  | { readonly code: "group-coordinator-stays" }
  /** Those who had not ordered were reminded already, or nobody is missing. */
  | { readonly code: "reminder-sent" }
  | { readonly code: "nobody-missing" };

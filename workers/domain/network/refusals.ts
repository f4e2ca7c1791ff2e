/** Why people and places of the network cannot be set up like this. */
export type NetworkRefusal =
  | { readonly code: "network-exists" }
  | { readonly code: "vat-number-taken"; readonly vatNumber: string }
  | { readonly code: "name-taken"; readonly name: string }
  | { readonly code: "slot-taken"; readonly fromMinute: number; readonly toMinute: number }
  | { readonly code: "certification-registered"; readonly number: string }
  | { readonly code: "not-in-group"; readonly groupId: string };

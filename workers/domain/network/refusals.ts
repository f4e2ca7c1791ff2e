/** Why the network cannot be set up. */
export type NetworkRefusal = { readonly code: "network-exists" };

/** What an enterprise is in the network; it may be several things. */
export const ENTERPRISE_ROLES = ["producer", "hub", "courier"] as const;
export type EnterpriseRole = (typeof ENTERPRISE_ROLES)[number];

/** Where its land lies: the ground that its goods are drawn on. */
export const LANDS = ["pianura", "collina", "monte", "lago", "citta"] as const;
export type Land = (typeof LANDS)[number];

/** In its own name, with the network as agent; or sold to the network, which sells on. */
export const SALE_MODES = ["agency", "resale"] as const;
export type SaleMode = (typeof SALE_MODES)[number];

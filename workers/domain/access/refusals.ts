import type { Instant } from "#domain/kernel/instant.ts";

/** What a browser needs to ask its person for a passkey (WebAuthn level 2, §5.5). */
export interface PasskeyAsked {
  readonly challenge: string;
  readonly rpId: string;
  /** The person's own credentials, base64url. */
  readonly credentialIds: readonly string[];
  readonly expiresAt: Instant;
}

/** What the other officer is to sign. */
export interface SecondAsked {
  readonly actHash: string;
}

/** Why somebody may not do what they ask. */
export type AccessRefusal =
  | { readonly code: "not-signed-in" }
  | { readonly code: "not-allowed"; readonly act: string }
  | ({ readonly code: "passkey-needed"; readonly act: string } & Partial<PasskeyAsked>)
  | ({ readonly code: "second-person-needed"; readonly act: string } & Partial<SecondAsked>)
  | { readonly code: "passkey-refused" }
  | { readonly code: "acts-paused"; readonly until: Instant }
  | { readonly code: "not-found"; readonly what: string };

/** Why the digits of a letter open nothing. */
export type CodeRefusal =
  /** Not the digits of the letter; so many tries are left. */
  | { readonly code: "code-wrong"; readonly triesLeft: number }
  /** Used, too old, or tried too often: only a new one helps. */
  | { readonly code: "code-spent" };

/** Why somebody cannot come in this way. */
export type SignInRefusal =
  | { readonly code: "invitation-spent" }
  | CodeRefusal
  /** Said only to who has shown that they are this person. */
  | { readonly code: "access-suspended" };

/** Why a passkey cannot be taken away. */
export type PasskeyRefusal = { readonly code: "last-passkey" };

/** Why a token cannot be issued or revoked. */
export type TokenRefusal =
  | { readonly code: "grant-misfit"; readonly role: string }
  | { readonly code: "grant-subject-missing"; readonly role: string; readonly subject: string }
  | { readonly code: "expiry-passed" }
  | { readonly code: "last-officer" };

/** Why an enterprise cannot open itself to another, or a thing was not opened. */
export type EnterpriseGrantRefusal =
  | {
      readonly code: "enterprise-grant-misfit";
      readonly kind: string;
      readonly enterpriseId: string;
    }
  | { readonly code: "not-granted"; readonly kind: string; readonly ownerId: string };

/** Why somebody cannot be invited, be given a role, or be kept out. */
export type PeopleRefusal =
  | { readonly code: "address-taken"; readonly personId: string }
  | { readonly code: "person-enrolled" }
  | { readonly code: "person-suspended" }
  | { readonly code: "person-without-address" }
  | { readonly code: "role-held"; readonly role: string }
  | { readonly code: "not-on-yourself" };

/** Why access is not recovered, or a recovery not stopped. */
export type RecoveryRefusal =
  /** No officer goes by that address, or several could be meant. */
  | { readonly code: "officer-unknown" }
  /** Another officer has a passkey and can help. */
  | { readonly code: "officer-can-act" }
  /** The pause is over: there is nothing left to stop. */
  | { readonly code: "recovery-over" };

/** Why an address is not added, confirmed or removed. */
export type AddressRefusal =
  /** Said only to who reads the letters of that address. */
  | { readonly code: "address-in-use" }
  | { readonly code: "address-confirmed" }
  | { readonly code: "last-address" };

/** Why an officer cannot sign for another, or be asked to. */
export type SecondRefusal =
  | { readonly code: "act-needs-no-second" }
  | { readonly code: "countersignature-closed" }
  | { readonly code: "countersignature-own" };

/** Why a consent is not noted, or somebody's data cannot go yet. */
export type PrivacyRefusal =
  | { readonly code: "consent-not-optional"; readonly purpose: string }
  | {
      readonly code: "consent-text-changed";
      readonly purpose: string;
      readonly textVersion: number;
    }
  /** Who has no passkey shows that they read their mail: by a code, just now. */
  | { readonly code: "sign-in-anew" }
  /** Orders that go on, by id; wallets that are not empty; cards that did not pay; memberships. */
  | {
      readonly code: "settle-first";
      readonly openOrders: readonly string[];
      readonly wallets: readonly string[];
      readonly dues: readonly string[];
      readonly memberships: readonly string[];
    };

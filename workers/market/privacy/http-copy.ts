import * as v from "valibot";
import { ROLES } from "#domain/access/principal.ts";
import { identifier, instantMs } from "#market/edge/schemas.ts";
import { copiedMemberships } from "./http-copied-memberships.ts";
import { copiedVoices } from "./http-copied-voices.ts";

/** The copy of one's own data, as it is documented. Sums in cents, times in ms since 1970. */
const at = v.nullable(instantMs);
const said = v.nullable(v.string());
const amount = v.nullable(v.number());

const Line = v.object({
  product: v.string(),
  variant: v.string(),
  status: v.string(),
  wantedMilli: v.number(),
  toleranceMilli: v.number(),
  allocatedMilli: amount,
  deliveredMilli: amount,
  actualGrams: amount,
  estimatedCents: v.number(),
  finalCents: amount,
});

const Contact = v.object({
  name: v.string(),
  email: said,
  phone: said,
  street: said,
  postcode: said,
  town: said,
  note: v.string(),
});

const Order = v.object({
  id: identifier,
  code: v.string(),
  cycleId: identifier,
  householdId: v.nullable(identifier),
  place: v.string(),
  payment: v.string(),
  language: v.picklist(["it", "en"]),
  placedAt: instantMs,
  cancelledAt: at,
  handedOutAt: at,
  settledAt: at,
  estimatedCents: v.number(),
  depositsCents: v.number(),
  deliveryFeeCents: v.number(),
  finalTotalCents: amount,
  contact: v.nullable(Contact),
  lines: v.array(Line),
});

const Household = v.object({
  id: identifier,
  createdAt: instantMs,
  groupId: v.nullable(identifier),
  lowCreditCents: v.number(),
  name: said,
  email: said,
  phone: said,
  street: said,
  postcode: said,
  town: said,
  latMicrodegrees: amount,
  lonMicrodegrees: amount,
});

/** A piece of a letter: words, a list, sums, or what a link or a code was for. */
const Piece = v.object({
  words: v.optional(v.string()),
  list: v.optional(v.array(v.string())),
  sums: v.optional(v.array(v.array(v.string()))),
  link: v.optional(v.string()),
  code: v.optional(v.string()),
});

const signingIn = {
  sessions: v.array(
    v.object({
      device: v.string(),
      begunBy: v.picklist(["passkey", "code"]),
      startedAt: instantMs,
      seenAt: instantMs,
      endedAt: at,
    }),
  ),
  passkeys: v.array(
    v.object({
      name: v.string(),
      credentialId: v.string(),
      publicKey: v.string(),
      transports: v.array(v.string()),
      addedAt: instantMs,
      lastUsedAt: at,
      revokedAt: at,
    }),
  ),
  tokens: v.array(
    v.object({ label: v.string(), createdAt: instantMs, expiresAt: at, revokedAt: at }),
  ),
  invitations: v.array(
    v.object({ kind: v.string(), madeAt: instantMs, expiresAt: instantMs, usedAt: at }),
  ),
  codes: v.array(
    v.object({ purpose: v.string(), address: v.string(), sentAt: instantMs, usedAt: at }),
  ),
};

const trading = {
  households: v.array(Household),
  orders: v.array(Order),
  wallet: v.array(
    v.object({
      householdId: identifier,
      kind: v.string(),
      day: v.string(),
      at: instantMs,
      orderId: v.nullable(identifier),
      amountCents: v.number(),
      note: said,
    }),
  ),
  baskets: v.array(
    v.object({
      changedAt: instantMs,
      lines: v.array(v.object({ product: v.string(), wantedMilli: v.number() })),
    }),
  ),
};

const groups = {
  standingOrders: v.array(
    v.object({
      id: identifier,
      householdId: identifier,
      place: v.string(),
      payment: v.string(),
      isInPart: v.boolean(),
      priceRiseBasisPoints: v.number(),
      createdAt: instantMs,
      pausedAt: at,
      endedAt: at,
      lines: v.array(
        v.object({
          product: v.string(),
          variant: v.string(),
          wantedMilli: v.number(),
          toleranceMilli: v.number(),
        }),
      ),
      runs: v.array(
        v.object({
          cycleId: identifier,
          at: instantMs,
          outcome: v.string(),
          orderId: v.nullable(identifier),
          reason: said,
        }),
      ),
    }),
  ),
  memberships: copiedMemberships,
  ...copiedVoices,
  groupRequests: v.array(
    v.object({
      groupId: identifier,
      householdId: identifier,
      askedAt: instantMs,
      endedAt: at,
      ending: said,
      reason: said,
    }),
  ),
};

export const OwnCopy = v.object({
  kind: v.literal("personal-data"),
  version: v.literal(1),
  madeAt: instantMs,
  cut: v.array(v.string()),
  person: v.array(
    v.object({
      id: identifier,
      createdAt: instantMs,
      name: said,
      language: v.nullable(v.picklist(["it", "en"])),
    }),
  ),
  addresses: v.array(
    v.object({
      address: v.string(),
      folded: v.string(),
      addedAt: instantMs,
      confirmedAt: at,
      removedAt: at,
    }),
  ),
  roles: v.array(
    v.object({
      role: v.picklist(ROLES),
      subject: v.string(),
      grantedAt: instantMs,
      revokedAt: at,
    }),
  ),
  suspensions: v.array(v.object({ reason: said, suspendedAt: instantMs, liftedAt: at })),
  consents: v.array(
    v.object({
      purpose: v.string(),
      isGiven: v.boolean(),
      textVersion: v.number(),
      channel: v.string(),
      at: instantMs,
      paper: v.nullable(v.string()),
    }),
  ),
  notices: v.array(
    v.object({
      notice: v.string(),
      isWanted: v.boolean(),
      channel: v.string(),
      chosenAt: instantMs,
      address: said,
    }),
  ),
  letters: v.array(
    v.object({
      kind: v.string(),
      to: said,
      state: v.string(),
      stateAt: instantMs,
      queuedAt: instantMs,
      reason: said,
      subject: said,
      pieces: v.nullable(v.array(Piece)),
    }),
  ),
  ...signingIn,
  ...trading,
  ...groups,
});

import type { Brand } from "./brand.ts";
import { invariant } from "./invariant.ts";

/**
 * Identifiers are 26 characters of Crockford's base 32: 48 bits of time, then 80 random bits
 * (the ULID layout). They are never secrets (ASVS 11.5.1): a token is something else.
 */
export type Id<Of extends string> = Brand<string, Of>;

export type EnterpriseId = Id<"EnterpriseId">;
export type ProductId = Id<"ProductId">;
export type VariantId = Id<"VariantId">;
export type PoolId = Id<"PoolId">;
export type CertificationId = Id<"CertificationId">;
export type CycleId = Id<"CycleId">;
export type OfferId = Id<"OfferId">;
export type GroupId = Id<"GroupId">;
export type HouseholdId = Id<"HouseholdId">;
export type PickupPointId = Id<"PickupPointId">;
export type SlotId = Id<"SlotId">;
export type BasketId = Id<"BasketId">;
export type OrderId = Id<"OrderId">;
export type LineId = Id<"LineId">;
export type ProblemId = Id<"ProblemId">;
export type AccessTokenId = Id<"AccessTokenId">;
export type GrantId = Id<"GrantId">;
export type PersonId = Id<"PersonId">;
export type EmailId = Id<"EmailId">;
export type PasskeyId = Id<"PasskeyId">;
export type SessionId = Id<"SessionId">;
export type MailCodeId = Id<"MailCodeId">;
export type InvitationId = Id<"InvitationId">;
export type CountersignatureId = Id<"CountersignatureId">;
export type SuspensionId = Id<"SuspensionId">;
export type StandingOrderId = Id<"StandingOrderId">;
export type GroupRequestId = Id<"GroupRequestId">;
export type PlanProblemId = Id<"PlanProblemId">;
export type MemberId = Id<"MemberId">;
export type ShareTransferId = Id<"ShareTransferId">;
export type ProposalId = Id<"ProposalId">;
export type AmendmentId = Id<"AmendmentId">;
export type CommentId = Id<"CommentId">;
export type ProxyId = Id<"ProxyId">;
export type ChallengeId = Id<"ChallengeId">;
export type AssemblyId = Id<"AssemblyId">;
export type OfficeTermId = Id<"OfficeTermId">;
export type VehicleId = Id<"VehicleId">;
export type ShiftId = Id<"ShiftId">;

export const ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{26}$/;

export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** @throws BrokenInvariant unless the text has the form of an identifier. */
export function id<Of extends Id<string>>(text: string): Of {
  invariant(isId(text), `"${text}" has the form of an identifier`);
  return text as Of;
}

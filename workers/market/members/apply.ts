import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { MemberId, PersonId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Application, checkApplication } from "#domain/membership/application.ts";
import { entryDetail, identityDigest } from "#domain/membership/book-entry.ts";
import type { MembershipRefusal, ShareRefusal } from "#domain/membership/refusals.ts";
import { membershipMail } from "#domain/notices/membership-mail.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { queueLetter } from "#store/letters.ts";
import { applicantBy, type ApplicantRecord } from "#store/member-applicants.ts";
import {
  insertIdentity,
  insertMember,
  MEMBER_ALREADY,
  TAX_CODE_TAKEN,
  writeEntry,
} from "#store/member-events.ts";
import { signedInAs } from "./own.ts";

/** What came of an application: it waits. */
export interface Applied {
  readonly id: MemberId;
  readonly appliedAt: Instant;
}

type ApplyRefusal = AccessRefusal | MembershipRefusal | ShareRefusal;

/** Somebody signed in asks to become a member, for themselves or for an enterprise of theirs. */
export function applyForMembership(
  request: Request,
  application: Application,
  motive: string | null,
) {
  const { credentials, ports } = request;
  const { ids, now } = ports;
  return perform(request, {
    load: () => ({ applicant: applicantBy(credentials.session) }),
    decide: ({ applicant }, principal): Outcome<Plan<Applied>, ApplyRefusal> => {
      const self = signedInAs(principal, "members.apply");
      if (!self.ok) return self;
      if (applicant === null) return refuse({ code: "not-found", what: "person" });
      const known = {
        isIn: isIn(applicant, application),
        enterprises: applicant.enterprises.map(({ id }) => id),
      };
      const checked = checkApplication(application, known, toRome(now).date);
      if (!checked.ok) return checked;
      const id = ids.next<MemberId>();
      const by = { id, personId: self.value.id, at: now, actor: actorName(principal) };
      const statements = [
        ...appliedRows(application, by, ids.secret(), motive),
        ...received(applicant, by),
      ];
      return accept({ status: 201, value: { id, appliedAt: now }, statements });
    },
    guards: {
      [MEMBER_ALREADY]: { code: "member-already" },
      [TAX_CODE_TAKEN]: { code: "tax-code-taken" },
    },
  });
}

function isIn({ memberships }: ApplicantRecord, { kind, enterpriseId }: Application): boolean {
  return memberships.some(
    (one) => one.kind === kind && (kind === "natural" || one.enterpriseId === enterpriseId),
  );
}

/** Who applies, and when. */
export interface Applying {
  readonly id: MemberId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly actor: string;
}

/** The rows of an application that waits: membership, identity, and the first entry. */
export function appliedRows(
  application: Application,
  { id, personId, at, actor }: Applying,
  salt: string,
  motive: string | null,
): Statement[] {
  const { kind, class: as, enterpriseId, ownMembers, identity, shares, instalments } = application;
  const detail = entryDetail({
    kind,
    class: as,
    enterpriseId,
    ownMembers,
    shares,
    instalments,
    identity: identityDigest(identity, salt),
  });
  const asked = { askedShares: shares, askedInstalments: instalments, appliedAt: at };
  const row = { id, kind, personId, enterpriseId, class: as, ownMembers, ...asked, version: 1 };
  const entry = {
    memberId: id,
    number: 1,
    kind: "applied",
    ground: "",
    detail,
    at,
    actor,
  } as const;
  return [insertMember(row), insertIdentity(id, identity, salt), ...writeEntry(entry, motive)];
}

function received({ name, address, language }: ApplicantRecord, { id, at }: Applying): Statement[] {
  if (address === null) return [];
  const letter = membershipMail(language, "applied", { name, reason: null });
  return queueLetter({ key: `membership:${id}:1`, to: address, letter, at });
}

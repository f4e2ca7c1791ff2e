import { judgeTry } from "#domain/access/mail-code.ts";
import { checkRemoval } from "#domain/access/own-addresses.ts";
import type { AccessRefusal, AddressRefusal, CodeRefusal } from "#domain/access/refusals.ts";
import type { EmailId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type AccountChange, accountChangedMail } from "#domain/notices/account-mail.ts";
import { addressCodeMail } from "#domain/notices/address-mail.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan, type TracedNo } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { confirmAddress } from "#store/accounts.ts";
import { queueLetter } from "#store/letters.ts";
import {
  addressCode,
  CODE_USED,
  CODES_MANY,
  codesSent,
  countTry,
  TRIES_MANY,
  useCode,
} from "#store/mail-codes.ts";
import {
  ADDRESS_TAKEN,
  addressesBeside,
  type AddressView,
  foldAddress,
  insertAddress,
  LAST_ADDRESS,
  type Profile,
  profileBeside,
  removeAddress,
} from "#store/persons.ts";
import { codeDigest } from "./ask-to-sign-in.ts";
import { oneself } from "./own-sessions.ts";
import { sendCode } from "./send-code.ts";

/** An address that waits for its code. */
export interface AddressAsked {
  readonly id: EmailId;
  readonly address: string;
  /** Until when the code is good. */
  readonly expiresAt: Instant;
}

type Refusal = AccessRefusal | AddressRefusal;

const ownLoaders = ({ credentials: { session } }: Request) => ({
  profile: profileBeside(session),
  own: addressesBeside(session),
});

/**
 * Adds an address of one's own, or asks for another code. Whose it may be already is not looked
 * at until its mailbox has answered, so that nobody finds out who is here.
 */
export function addAddress(request: Request, email: string) {
  const { ids, now } = request.ports;
  const folded = foldAddress(email);
  return perform(request, {
    load: (sent) => ({ ...ownLoaders(sent), sent: codesSent(folded, sent.askerOf(folded), now) }),
    decide: ({ own, profile, sent }, principal): Outcome<Plan<AddressAsked>, Refusal> => {
      const self = oneself(principal, "addresses.change");
      if (!self.ok) return self;
      const known = own.find(({ address }) => foldAddress(address) === folded);
      if (known !== undefined && known.confirmedAt !== null) {
        return refuse({ code: "address-confirmed" });
      }
      const personId = self.value.id;
      const id = known?.id ?? ids.next<EmailId>();
      const letter = addressCodeMail(profile?.language ?? "it");
      const code = sendCode(request, { purpose: "address", personId, email, letter }, sent);
      const added = { id, personId, address: email, at: now, isConfirmed: false };
      return accept({
        status: 201,
        value: { id, address: email, expiresAt: code.expiresAt },
        statements: [...(known === undefined ? [insertAddress(added)] : []), ...code.statements],
      });
    },
    guards: { [CODES_MANY]: "decide-again" },
  });
}

/** Confirms an address by the digits of its letter. A wrong try is counted before it is said. */
export function confirmOwnAddress(
  request: Request,
  { id, code: digits }: { readonly id: EmailId; readonly code: string },
) {
  const { ids, now } = request.ports;
  type No = Refusal | CodeRefusal;
  return perform(request, {
    load: (sent) => ({ ...ownLoaders(sent), code: addressCode(sent.credentials.session, id) }),
    decide: ({ own, profile, code }, principal): Outcome<Plan<AddressView>, No> | TracedNo<No> => {
      const self = oneself(principal, "self.edit", "address");
      if (!self.ok) return self;
      const found = own.find((one) => one.id === id);
      if (found === undefined) return refuse({ code: "not-found", what: "address" });
      if (found.confirmedAt !== null) return accept({ value: found, statements: [] });
      const isRight = code !== null && code.digest === codeDigest(ids, code.id, digits);
      const judged = judgeTry(code, isRight, now);
      if (code === null || !judged.ok) {
        const no = judged.ok ? refuse({ code: "code-spent" }) : judged;
        const isCounted = code !== null && no.refusal.code === "code-wrong";
        return isCounted ? { ...no, trace: [countTry(code.id)] } : no;
      }
      const value = { ...found, confirmedAt: now };
      const told = notices(request, { own: [...own, value], profile }, "address-added");
      return accept({
        value,
        statements: [
          useCode(code.id, now),
          confirmAddress(self.value.id, code.folded, now),
          ...told,
        ],
      });
    },
    guards: {
      [TRIES_MANY]: { code: "code-spent" },
      [CODE_USED]: { code: "code-spent" },
      [ADDRESS_TAKEN]: { code: "address-in-use" },
    },
  });
}

/** Takes one's own address away; one that is confirmed stays. */
export function removeOwnAddress(request: Request, id: EmailId) {
  return perform(request, {
    load: ownLoaders,
    decide: ({ own, profile }, principal): Outcome<Plan<AddressView>, Refusal> => {
      const self = oneself(principal, "addresses.change", "address");
      if (!self.ok) return self;
      const found = own.find((one) => one.id === id);
      if (found === undefined) return refuse({ code: "not-found", what: "address" });
      const mayGo = checkRemoval(own, found);
      if (!mayGo.ok) return mayGo;
      const told =
        found.confirmedAt === null ? [] : notices(request, { own, profile }, "address-removed");
      return accept({
        value: found,
        statements: [removeAddress(id, request.ports.now), ...told],
      });
    },
    guards: { [LAST_ADDRESS]: { code: "last-address" } },
  });
}

/** Tells every confirmed address, the one that goes too. */
function notices(
  { ports: { ids, now } }: Request,
  { own, profile }: { readonly own: readonly AddressView[]; readonly profile: Profile | null },
  change: AccountChange,
): readonly Statement[] {
  const letter = accountChangedMail(profile?.language ?? "it", change);
  const confirmed = own.filter(({ confirmedAt }) => confirmedAt !== null);
  return confirmed.flatMap(({ address }) =>
    queueLetter({ key: `account-changed:${ids.next()}`, to: address, letter, at: now }),
  );
}

import type { SendEmail } from "@cloudflare/workers-types";
import { mailByBinding } from "./mail-binding.ts";
import { mailByHttp } from "./mail-http.ts";
import { type Neighbour, NeighbourFailed } from "./neighbour.ts";

/** A letter as a carrier takes it. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Whose letter it is, and where answers go; null where the network has no address. */
  readonly sender: { readonly name: string; readonly address: string | null };
  /** Our own name for it, which the carrier's news of it carry: letters, digits, `-`. */
  readonly tag: string;
  /** Where one POST stops letters of this kind (RFC 8058); null where they cannot be stopped. */
  readonly unsubscribe: string | null;
}

/**
 * What a carrier made of a letter. "refused" is final. It does not name a letter that it took
 * under this key before, in other words: the network's name or address changed between two tries.
 */
export type Carried =
  | { readonly kind: "taken"; readonly carrierId: string | null }
  | { readonly kind: "refused"; readonly reason: string };

/** Who carries our letters. The same key is the same letter, however often it is handed over. */
export interface Mail {
  /** @throws NeighbourFailed when nobody knows whether it was taken: hand it over again later. */
  send(message: Message, key: string): Promise<Carried>;
}

/** A message whose every header is one line. */
export interface Posted extends Message {
  /** An address that the carrier may send from. */
  readonly from: { readonly name: string; readonly email: string };
}

/** One way of carrying a letter: a service, or the platform. */
export interface Carrier {
  send(posted: Posted, key: string): Promise<Carried>;
}

/** Where letters leave from. With a binding the platform carries them, else the service. */
export interface MailPlace extends Neighbour {
  /** An address of a domain that the carrier knows as ours; absent: the network's contact. */
  readonly from?: string | undefined;
  readonly binding?: SendEmail | undefined;
}

/**
 * Opens the carrier that is configured. No letter leaves whose subject or addresses could smuggle
 * a header in, whatever the carrier does about it (ASVS 1.3.11).
 */
export function openMail(place: MailPlace): Mail {
  const { binding, from } = place;
  const carrier = binding === undefined ? mailByHttp(place) : mailByBinding(binding);
  return {
    send: async (message, key) => {
      const reason = unfit(message);
      if (reason !== null) return { kind: "refused", reason };
      const email = from ?? message.sender.address;
      if (email === null || !isAddress(email)) {
        throw new NeighbourFailed("no address to send from: MAIL_FROM, or the network's contact");
      }
      return carrier.send({ ...message, from: { name: plainName(message), email } }, key);
    },
  };
}

const MOST_SUBJECT = 300;

function unfit({ to, subject, unsubscribe }: Message): string | null {
  if (!isAddress(to)) return "the address is malformed";
  if (unsubscribe !== null && !/^https?:\/\/[\w.:/-]+$/.test(unsubscribe)) {
    return "the way to stop it is malformed";
  }
  if (subject === "" || subject.length > MOST_SUBJECT) return "the subject is empty or too long";
  return isOneLine(subject) ? null : "the subject is more than one line";
}

/**
 * One plain address: no name, no list, no quotes, no white space, no control characters. Real
 * addresses with quotes or comments exist in the standard, and nowhere else.
 */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    isOneLine(text) &&
    /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(text)
  );
}

function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

/** The network's name without the signs that a header would take for something else. */
function plainName({ sender }: Message): string {
  return sender.name.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}"<>\\,;:@()[\]]+/gu, " ").trim();
}

import type { Fetcher, Queue, R2Bucket, RateLimit, SendEmail } from "@cloudflare/workers-types";
import type { Asker } from "#domain/access/mail-code.ts";
import type { SessionId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { BlindKeys } from "#ports/blind-keys.ts";
import type { Database } from "#ports/database.ts";
import type { Ids } from "#ports/ids.ts";
import type { AuthenticationResponseJSON, Passkeys } from "#ports/passkeys.ts";
import type { Payments } from "#ports/payments.ts";
import type { PhotoShelf } from "#ports/photos.ts";
import type { Credentials } from "#store/access.ts";
import type { Answered } from "./headers.ts";

/** What the platform or the host binds (wrangler.toml, docs/deploy.md). */
export interface Bindings {
  readonly DATABASE_URL: string;
  readonly DATABASE_TOKEN: string;
  /** At least 32 characters; from it the secrets that op_log must not hold are derived. */
  readonly SECRET_KEY: string;
  /** Host names this network answers to, separated by commas. */
  readonly ORIGIN_HOSTS: string;
  readonly PAYMENTS_URL: string;
  readonly PAYMENTS_TOKEN?: string;
  readonly MAIL_URL: string;
  readonly MAIL_TOKEN?: string;
  /** The address that letters leave from; absent: the network's contact. */
  readonly MAIL_FROM?: string;
  /** What the carrier signs its news of letters with ("whsec_…"); absent: none is believed. */
  readonly MAIL_EVENTS_SECRET?: string;
  /** The platform carries letters where it is bound, instead of the service at MAIL_URL. */
  readonly EMAIL?: SendEmail;
  /** Present only while the network is being set up. */
  readonly SETUP_TOKEN?: string;
  /** Present only in a host for tests, demo and week. */
  readonly CLOCK?: Fetcher;
  readonly ASSETS?: Fetcher;
  readonly PLAN_QUEUE?: Queue;
  /** Where photos are kept; where it is not bound, none can be sent. */
  readonly PHOTOS?: R2Bucket;
  /** Told by a request that leaves after-effects; the Worker's entry gives it anew to each. */
  readonly LEFT_BEHIND?: () => void;
  /** Told which session a request came from, where that is to be written down; given likewise. */
  readonly SESSION_SEEN?: (seen: Seen) => void;
  /** Counters of floods (`edge/rate-classes.ts`); where one is not bound, nothing is counted. */
  readonly RATE_READS?: RateLimit;
  readonly RATE_WRITES?: RateLimit;
  readonly RATE_TOKENS?: RateLimit;
  readonly RATE_MACHINE?: RateLimit;
  /** The header in which the proxy before the Worker names the client: it writes over any other. */
  readonly CLIENT_ADDRESS_HEADER?: string;
}

/** A session that was used, and when. */
export interface Seen {
  readonly sessionId: SessionId;
  readonly at: Instant;
}

/** The neighbours of one request: made anew each time (DESIGN fact 1). */
export interface Ports {
  readonly database: Database;
  readonly ids: Ids;
  readonly payments: Payments;
  readonly passkeys: Passkeys;
  readonly blindKeys: BlindKeys;
  readonly photos: PhotoShelf;
  readonly now: Instant;
}

/** One request as its sender means it. */
export interface Request {
  readonly ports: Ports;
  readonly credentials: Credentials;
  /** Who sends, for op_log: a digest of the credential, known before anything is read. */
  readonly actor: string;
  /** The Idempotency-Key; "" where nothing is written. */
  readonly key: string;
  readonly requestHash: Digest;
  /** What a passkey answered about this request; null where nothing came along. */
  readonly assertion: AuthenticationResponseJSON | null;
  /** A few words by which its sender knows the device again: "Firefox, Linux". */
  readonly device: string;
  /** Who asks for a letter to this address, for how many of them it gets. */
  readonly askerOf: (folded: string) => Asker;
  /** Is told of a session whose use is to be written down once the answer is on its way. */
  readonly seen: (seen: Seen) => void;
}

/** Hono's environment of every endpoint. */
export interface Edge {
  Bindings: Bindings;
  Variables: {
    request: Request;
    bodyText: string;
    requestId: string;
    /** What the answer is: its policy depends on it. */
    answered: Answered;
    /** Set when this request made a new basket token, to be given as a cookie. */
    freshBasket: string | null;
  };
}

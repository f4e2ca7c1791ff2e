import { createHmac, randomUUID } from "node:crypto";

/** What a carrier tells of a letter that it took. */
export const NEWS = ["delivered", "bounced", "complained"] as const;
export type News = (typeof NEWS)[number];

/** Where news of letters go, and what they are signed with ("whsec_" and base 64). */
export interface NewsPlace {
  readonly url: string;
  readonly secret: string;
}

/** A request that carries news, signed as Resend's are (Svix: docs.svix.com). */
export interface SignedNews {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The letter that news are about: the carrier's id of it, to whom, and the sender's tag. */
export interface Told {
  readonly carrierId: string;
  readonly to: string;
  readonly tag: string | undefined;
}

/** Writes and signs news of a letter, as it was at `at` (milliseconds UTC). */
export function signedNews(secret: string, news: News, letter: Told, at: number): SignedNews {
  const { carrierId, to, tag } = letter;
  const when = new Date(at).toISOString();
  const bounce = {
    type: "Permanent",
    subType: "General",
    message: "550 5.1.1 The mailbox does not exist.",
  };
  const body = JSON.stringify({
    type: `email.${news}`,
    created_at: when,
    data: {
      email_id: carrierId,
      created_at: when,
      to: [to],
      ...(news === "bounced" ? { bounce } : {}),
      tags: tag === undefined ? {} : { letter: tag },
    },
  });
  return sign(secret, `msg_${randomUUID()}`, at, body);
}

/** Signs a body: the id, the second and the body, each after a full stop. */
export function sign(secret: string, id: string, at: number, body: string): SignedNews {
  const second = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${second}.${body}`).digest("base64");
  return {
    headers: {
      "Content-Type": "application/json",
      "svix-id": id,
      "svix-timestamp": second,
      "svix-signature": `v1,${signature}`,
    },
    body,
  };
}

const WAITS_MS = [0, 500, 5000];

/** Tells the news, three times at most. Nobody waits for it: gives whether it was heard. */
export async function tellNews(place: NewsPlace, { headers, body }: SignedNews): Promise<boolean> {
  for (const wait of WAITS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait).unref());
    if (await isHeard(place.url, headers, body)) return true;
  }
  return false;
}

async function isHeard(url: string, headers: SignedNews["headers"], body: string) {
  try {
    const answer = await fetch(url, { method: "POST", headers, body });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

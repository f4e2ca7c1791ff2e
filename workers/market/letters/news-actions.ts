import { allow } from "#domain/access/access.ts";
import { ANYONE, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { LetterRefusal } from "#domain/notices/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { isSigned, type NewsArrived, readNews } from "#ports/mail-news.ts";
import { letterHeard } from "#store/letter-news.ts";

/** Who tells what became of letters: believed by its signature alone. */
const CARRIER: Principal = { ...ANYONE, who: { kind: "system", name: "mail" } };

/** That the news were heard; nothing is told to who tells. */
export interface Heard {
  readonly heard: true;
}

type NewsRefusal = AccessRefusal | LetterRefusal;

/**
 * Hears what the carrier tells of a letter. Nothing is read or written for what is not signed. The
 * event's own id is the key, so that one that is told again changes nothing; one that is not for
 * us is heard all the same, or it would come back.
 */
export async function hearNews(request: Request, arrived: NewsArrived, secret: string | undefined) {
  const { now } = request.ports;
  if (!(await isSigned(arrived, secret, now))) {
    return refuse({ code: "news-unsigned" }) satisfies Outcome<Heard, NewsRefusal>;
  }
  const told = { ...request, actor: "system:mail", key: arrived.id ?? "" };
  return perform(told, {
    load: () => ({}),
    decide: (): Outcome<Plan<Heard>, NewsRefusal> => {
      const allowed = allow(CARRIER, "letters.hear-news");
      if (!allowed.ok) return allowed;
      const news = readNews(arrived.body, now);
      const statements = news === null ? [] : [letterHeard(news)];
      return accept({ value: { heard: true }, statements });
    },
  });
}

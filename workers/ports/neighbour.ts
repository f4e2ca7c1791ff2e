/** Where a neighbour of ours answers, and the token that it asks for. */
export interface Neighbour {
  readonly url: string;
  readonly token: string | undefined;
}

/** A neighbour did not answer, or not in the way it promised: try again later. */
export class NeighbourFailed extends Error {
  override readonly name = "NeighbourFailed";
}

/** What a neighbour said: its status and its JSON, whatever it is. */
export interface Said {
  readonly status: number;
  readonly json: unknown;
}

const ANSWER_WITHIN_MS = 5000;
/** Not about what was asked: the neighbour is in trouble, or does not know us. */
const TROUBLE = new Set([401, 403, 404, 408, 425, 429]);

function isAboutTheWish(status: number): boolean {
  const isElsewhere = status >= 300 && status < 400;
  return status < 500 && !isElsewhere && !TROUBLE.has(status);
}

/**
 * Posts JSON under an idempotency key: the same key is the same deed, however often it is sent.
 * @throws NeighbourFailed when there is no answer in five seconds, or none about what was asked.
 */
export async function postJson(
  neighbour: Neighbour,
  path: string,
  sent: { readonly key: string; readonly body: object },
): Promise<Said> {
  const headers = new Headers({
    "Content-Type": "application/json",
    "Idempotency-Key": sent.key,
  });
  if (neighbour.token !== undefined) headers.set("Authorization", `Bearer ${neighbour.token}`);
  try {
    const answer = await fetch(neighbour.url + path, {
      method: "POST",
      headers,
      body: JSON.stringify(sent.body),
      // A neighbour that sends us elsewhere would send our token along.
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await answer.text();
    if (isAboutTheWish(answer.status)) {
      return { status: answer.status, json: text === "" ? null : JSON.parse(text) };
    }
    throw new NeighbourFailed(`${path} answers ${answer.status}: ${text.slice(0, 200)}`);
  } catch (error) {
    if (error instanceof NeighbourFailed) throw error;
    throw new NeighbourFailed(`${path} does not answer: ${String(error)}`);
  }
}

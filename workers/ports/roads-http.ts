import { NeighbourFailed } from "./neighbour.ts";

const ANSWER_WITHIN_MS = 5000;
/** A table of ten thousand cells has some two hundred thousand letters. */
const MOST_LETTERS = 4_000_000;

/** A question to a service of roads, over HTTP. */
export interface RoadRequest {
  readonly url: string;
  /** Posted as JSON; absent: the question is all in the address. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Asks once, and reads JSON.
 * @throws NeighbourFailed when there is no answer in five seconds, or none that says yes. What is
 * said of it holds no key: the address is told without its question.
 */
export async function askRoads({ url, body, headers = {} }: RoadRequest): Promise<unknown> {
  const { host } = new URL(url);
  try {
    const answer = await fetch(url, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new NeighbourFailed(`${host} answers ${answer.status}`);
    if (text.length > MOST_LETTERS) throw new NeighbourFailed(`${host} answers too much`);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof NeighbourFailed) throw error;
    throw new NeighbourFailed(`${host} does not answer: ${String(error)}`);
  }
}

import { type Neighbour, postJson } from "./neighbour.ts";

/** A letter: plain text, and HTML where there is one. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Who carries our letters. The same key is the same letter, however often it is handed over. */
export interface Mail {
  /** "refused" is final. @throws NeighbourFailed when nobody knows whether it was taken. */
  send(letter: Letter, key: string): Promise<"taken" | "refused">;
}

export function openMail(neighbour: Neighbour): Mail {
  return {
    send: async (letter, key) => {
      const { status } = await postJson(neighbour, "/messages", { key, body: letter });
      return status < 400 ? "taken" : "refused";
    },
  };
}

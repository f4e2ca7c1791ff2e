import type { R2Bucket } from "@cloudflare/workers-types";
import { NeighbourFailed } from "./neighbour.ts";

/** A file as the bucket keeps it. */
export interface ShelvedFile {
  readonly body: ReadableStream | ArrayBuffer;
}

/** Where photos are kept, each under a name made of its own digest. */
export interface PhotoShelf {
  /** Keeps a file; the same name is the same file, so keeping it twice is keeping it. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<ShelvedFile | null>;
  remove(names: readonly string[]): Promise<void>;
}

/**
 * The bucket that the platform or the host binds.
 * @throws NeighbourFailed from each deed where none is bound, or where it does not answer.
 */
export function openPhotos(bucket: R2Bucket | undefined): PhotoShelf {
  const asked = async <T>(what: (bound: R2Bucket) => Promise<T>): Promise<T> => {
    if (bucket === undefined) throw new NeighbourFailed("no bucket for photos is bound");
    try {
      return await what(bucket);
    } catch (error) {
      throw new NeighbourFailed(`the bucket does not answer: ${String(error)}`);
    }
  };
  return {
    put: (name, bytes) => asked(async (bound) => void (await bound.put(name, bytes))),
    get: (name) =>
      asked(async (bound) => {
        const found = await bound.get(name);
        return found === null ? null : { body: found.body as unknown as ReadableStream };
      }),
    remove: (names) => asked((bound) => bound.delete([...names])),
  };
}

import type { R2Bucket } from "@cloudflare/workers-types";

/** A bucket in memory, with as much of R2 as photos ask for, and its files to be looked at. */
export function openBucket() {
  const files = new Map<string, Uint8Array>();
  const bound = {
    put: async (name: string, bytes: Uint8Array) => void files.set(name, bytes.slice()),
    get: async (name: string) => {
      const bytes = files.get(name);
      return bytes === undefined ? null : { body: new Blob([bytes.slice()]).stream() };
    },
    delete: async (names: string[]) => {
      for (const name of names) files.delete(name);
    },
  };
  return { files, bound: bound as unknown as R2Bucket };
}

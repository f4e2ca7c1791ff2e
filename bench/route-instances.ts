import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Public instances beside the repository; ROUTES_DATA names another folder of the same form. */
const folder = resolve(process.env["ROUTES_DATA"] ?? "../shared/bench/routing");
const reader = `${folder}/tools/instances.mjs`;

/** What the public tools know of an instance; `scale` units of cost make one published unit. */
export interface Instance {
  readonly set: string;
  readonly name: string;
  readonly scale: number;
  /** VROOM's JSON. */
  readonly problem: unknown;
  readonly bks?: { readonly cost: number; readonly ref?: number };
}

export function areInstancesHere(): boolean {
  return existsSync(reader);
}

/** @throws Error when the folder is not there. */
export async function readInstances(): Promise<Instance[]> {
  if (!areInstancesHere()) throw new Error(`no instances in ${folder}: set ROUTES_DATA`);
  const { readSet } = (await import(pathToFileURL(reader).href)) as {
    readSet: (from: string) => Instance[];
  };
  return readSet(folder);
}

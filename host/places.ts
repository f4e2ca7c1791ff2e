import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the hand-written migrations are. */
export const migrationsFolder = join(root, "schema", "migrations");

/** The file of the network inside a data folder. */
export const networkFile = "network.db";

/** The folder inside a data folder where the bucket of photos is kept. */
export const photosFolder = "photos";

/** Where the streets of areas are, one file an area (`npm run roads`). */
export const roadsFolder = join(root, "workers", "planner", "roads");

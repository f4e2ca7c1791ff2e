/** Loaded before every test file: property tests use the seed that `npm test` prints. */
import { configureGlobal } from "fast-check";

const seed = Number(process.env["FILIERA_SEED"]);
if (Number.isSafeInteger(seed)) configureGlobal({ seed });

/** What the trials of a journey roll their dice with: the printed seed, or 1 outside `npm test`. */
export const trialSeed = Number.isSafeInteger(seed) ? seed : 1;

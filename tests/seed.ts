/** Loaded before every test file: property tests use the seed that `npm test` prints. */
import { configureGlobal } from "fast-check";

const seed = Number(process.env["FILIERA_SEED"]);
if (Number.isSafeInteger(seed)) configureGlobal({ seed });

/** Wakes islands as the pages do, with Preact's own complaints on. */
import "preact/debug";
import "#frontend/islands/start.ts";

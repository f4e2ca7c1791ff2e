/** The mail carrier's side, as the host doubles it: how it signs what it tells of letters. */
export { sign, signedNews } from "#host/doubles/mail-news.ts";
/** A carrier that answers whatever a test wants. */
export { type Loopback, serveLoopback } from "#host/doubles/loopback.ts";

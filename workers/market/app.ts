import { Hono } from "hono";
import { refused } from "./edge/answer.ts";
import { readBody } from "./edge/body.ts";
import { staticFile } from "./edge/static-file.ts";
import type { Edge } from "./edge/env.ts";
import { REPORTS_PATH } from "./edge/headers.ts";
import { logFailure } from "./edge/log.ts";
import { Stopped } from "./edge/problem.ts";
import { limitRates } from "./edge/rates.ts";
import { logRefusal } from "./edge/refusal-log.ts";
import { guardLengths, guardOrigin, identify, isProgram } from "./edge/guards.ts";
import { openPage, openRequest } from "./edge/request.ts";
import { access } from "./access/http.ts";
import { ballots } from "./ballots/http.ts";
import { blindBallots } from "./ballots/http-blind.ts";
import { ballotPapers } from "./ballots/http-papers.ts";
import { rollCalls } from "./ballots/http-roll-call.ts";
import { exports as voteExports } from "./ballots/http-export.ts";
import { basket } from "./basket/http.ts";
import { orders } from "./orders/http.ts";
import { NeighbourFailed } from "#ports/neighbour.ts";
import { enterprisePhotos, photoFiles, productPhotos } from "./photos/http.ts";
import { listings, stockPools } from "./catalogue/http-stock.ts";
import { categories, products, variants } from "./catalogue/http.ts";
import { enterprises } from "./enterprises/http.ts";
import { enterpriseGrants } from "./enterprises/http-grants.ts";
import { groupJoining } from "./groups/http-join.ts";
import { groupOrders } from "./groups/http-order.ts";
import { health } from "./health/http.ts";
import { groups } from "./households/http-groups.ts";
import { households } from "./households/http.ts";
import { ledger } from "./ledger/http.ts";
import { letters, mailEvents } from "./letters/http.ts";
import { cycleBooks } from "./ledger/http-books.ts";
import { me } from "./identity/http-me.ts";
import { ownAddresses } from "./identity/http-own-addresses.ts";
import { recoveries, recoveryCodes } from "./identity/http-recoveries.ts";
import { ownPasskeys } from "./identity/http-own-passkeys.ts";
import { passkeys } from "./identity/http-passkeys.ts";
import { people } from "./people/http.ts";
import { ownSessions } from "./identity/http-sessions.ts";
import { sessions, signInChallenges, signInCodes } from "./identity/http-sign-in.ts";
import { countersignatures } from "./countersignatures/http.ts";
import { afterEffects, duePayments, dues } from "./dues/http.ts";
import { memberEntries, memberShares, shareTransfers } from "./members/http-board.ts";
import { memberExports } from "./members/http-export.ts";
import { members } from "./members/http.ts";
import { network } from "./network/http.ts";
import { ownNotices } from "./privacy/http-notices.ts";
import { closing } from "./closing/http.ts";
import { counter, deliveryDay } from "./closing/http-delivery.ts";
import { cycles } from "./cycles/http.ts";
import { cycleReads } from "./cycles/http-reads.ts";
import { deliveryWindows, pickupPoints } from "./places/http.ts";
import { writeBroken, writeLost, writeStopped } from "./shop/http-lost.tsx";
import { pathAsked } from "./shop/http-language.ts";
import { shelf } from "./shelf/http.ts";
import { pages } from "./pages.ts";
import { reports } from "./reports/http.ts";
import { ownPrivacy, peoplePrivacy } from "./privacy/http.ts";
import { cyclePlans, plans } from "./planning/http.ts";
import { assemblies } from "./assemblies/http.ts";
import { offices } from "./assemblies/http-offices.ts";
import { orderProblems, problems, producerProblems } from "./problems/http.ts";
import { roundsApi } from "./rounds/http-rounds.ts";
import { shifts } from "./rounds/http-shifts.ts";
import { cycleSlots, slots } from "./rounds/http-slots.ts";
import { emissionFactorsApi, orderDoors, roundTerms } from "./rounds/http-terms.ts";
import { vehicles } from "./rounds/http-vehicles.ts";
import { policies } from "./policies/http.ts";
import { calls } from "./proposals/http-calls.ts";
import { deliberation } from "./proposals/http-deliberation.ts";
import { proposals } from "./proposals/http.ts";
import { rules } from "./rules/http.ts";
import { execution } from "./rules/http-execution.ts";
import { standingOrders } from "./standing/http.ts";
import { tokens } from "./tokens/http.ts";
import { transparency } from "./transparency/http.ts";
import { wallets } from "./wallets/http.ts";

/** The API: one line an area. */
export const api = new Hono<Edge>()
  .route("/network", network)
  .route("/transparency", transparency)
  .route("/enterprises", enterprises)
  .route("/enterprises", enterprisePhotos)
  .route("/enterprises", enterpriseGrants)
  .route("/pickup-points", pickupPoints)
  .route("/delivery-windows", deliveryWindows)
  .route("/groups", groups)
  .route("/groups", groupJoining)
  .route("/groups", groupOrders)
  .route("/households", households)
  .route("/tokens", tokens)
  .route("/passkeys", passkeys)
  .route("/me", ownPrivacy)
  .route("/access", access)
  .route("/people", people)
  .route("/people", peoplePrivacy)
  .route("/passkeys", ownPasskeys)
  .route("/sign-in-challenges", signInChallenges)
  .route("/sign-in-codes", signInCodes)
  .route("/sessions", sessions)
  .route("/sessions", ownSessions)
  .route("/me", me)
  .route("/me/addresses", ownAddresses)
  .route("/me/notices", ownNotices)
  .route("/recovery-codes", recoveryCodes)
  .route("/recoveries", recoveries)
  .route("/countersignatures", countersignatures)
  .route("/categories", categories)
  .route("/products", products)
  .route("/products", productPhotos)
  .route("/variants", variants)
  .route("/stock-pools", stockPools)
  .route("/listings", listings)
  .route("/cycles", shelf)
  .route("/households", wallets)
  .route("/households", standingOrders)
  .route("/ledger", ledger)
  .route("/letters", letters)
  .route("/mail-events", mailEvents)
  .route("/proposals", ballots)
  .route("/proposals", blindBallots)
  .route("/proposals", ballotPapers)
  .route("/proposals", rollCalls)
  .route("/proposals", voteExports)
  .route("/rules", rules)
  .route("/proposals", execution)
  .route("/policies", policies)
  .route("/proposals", proposals)
  .route("/proposals", deliberation)
  .route("/proposals", calls)
  .route("/cycles", cycleBooks)
  .route("/cycles", cycles)
  .route("/cycles", cycleReads)
  .route("/cycles", cyclePlans)
  .route("/plans", plans)
  .route("/cycles", closing)
  .route("/cycles", deliveryDay)
  .route("/cycles", roundsApi)
  .route("/cycles", shifts)
  .route("/cycles", cycleSlots)
  .route("/slots", slots)
  .route("/vehicles", vehicles)
  .route("/enterprises", roundTerms)
  .route("/orders", orderDoors)
  .route("/emission-factors", emissionFactorsApi)
  .route("/basket", basket)
  .route("/orders", orders)
  .route("/orders", counter)
  .route("/orders", duePayments)
  .route("/orders", orderProblems)
  .route("/assemblies", assemblies)
  .route("/offices", offices)
  .route("/problems", problems)
  .route("/enterprises", producerProblems)
  .route("/dues", dues)
  .route("/after-effects", afterEffects)
  .route("/members", members)
  .route("/members", memberExports)
  .route("/members", memberEntries)
  .route("/members", memberShares)
  .route("/share-transfers", shareTransfers);

/** The whole market: health, API, pages. */
export const app = new Hono<Edge>({ getPath: pathAsked });

app.onError((error, c) => {
  const isPage = !isProgram(c.req.path);
  if (error instanceof Stopped) {
    if (!isPage) return refused(c, error.refusal);
    logRefusal(c, error.refusal);
    return writeStopped(c, error.refusal);
  }
  logFailure(c, error);
  if (isPage) return writeBroken(c, error instanceof NeighbourFailed ? 503 : 500);
  if (error instanceof NeighbourFailed) return refused(c, { code: "neighbour-failed" });
  c.header("Content-Type", "application/problem+json; charset=utf-8");
  const body = { type: "urn:filiera:failure", title: "failure", status: 500, code: "failure" };
  return c.body(JSON.stringify({ ...body, requestId: c.var.requestId }), 500);
});
app.notFound(async (c) => {
  const file = await staticFile(c);
  if (file !== null) return file;
  return isProgram(c.req.path) ? refused(c, { code: "no-such-page" }) : writeLost(c);
});

app.use(identify, guardLengths, readBody, limitRates);
app.route(REPORTS_PATH, reports);
app.use(guardOrigin);
app.route("/health", health);
app.use("/api/v1/*", openRequest);
app.route("/api/v1", api);
app.use("/foto/*", openPage);
app.route("/foto", photoFiles);
app.route("/", pages);

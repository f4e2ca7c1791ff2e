import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { BLINDLY } from "#tests/blind-votes.ts";
import { admitMember } from "#tests/members.ts";
import { discussedProposal, opensAt, passTo, proposalNow } from "#tests/proposals.ts";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";
import { addAuthenticator } from "./authenticator.ts";
import { openBrowser, STILL } from "./chromium.ts";
import { complaintsOf } from "./looks.ts";
import { followScripts } from "./page-weight.ts";

const MOST_SCRIPT = 35 * 1024;

let market: RunningMarket;
let browser: Browser;
let page: Page;
let vote: Proposal;
const sent: Request[] = [];
const wrong: string[] = [];
beforeAll(async () => {
  market = await openRunningMarket();
  const place = market as unknown as Parameters<typeof admitMember>[0];
  const rosa = await admitMember(place, { name: "Rosa Bianchi" });
  const { id } = await discussedProposal(place as never, { under: BLINDLY });
  const path = `/api/v1/proposals/${id}/calls`;
  const called = await market.call("POST", path, { token: market.officer, body: {} });
  if (called.status !== 201) throw new Error(`not called: ${JSON.stringify(called.body)}`);
  vote = await proposalNow(place as never, id);
  passTo(place, opensAt(vote));
  browser = await openBrowser();
  page = await (await browser.newContext(STILL)).newPage();
  const [, session = ""] = /=(.*)$/.exec(rosa.sent.headers?.["Cookie"] ?? "") ?? [];
  const cookie = { name: SESSION_COOKIE, value: session, secure: true, httpOnly: true };
  await page.context().addCookies([{ ...cookie, url: "https://localhost" }]);
  await addAuthenticator(page);
  page.on("request", (request) => void sent.push(request));
  page.on("pageerror", (error) => wrong.push(error.message));
}, 30_000);
afterAll(async () => {
  await browser?.close();
  await market?.close();
});

const press = (act: string) => page.locator(`[data-act="${act}"]:visible`).first().click();
const count = (sql: string) => market.database.prepare(sql).pluck().all([])[0];
const alive = () => page.locator('f-island#blind-cast[data-alive=""]').waitFor();

test("a member takes the token, and casts the ballot as nobody: two acts, one ballot", async () => {
  await page.goto(`${market.host.url}/io/passkey`);
  await page.locator('[data-act="name"]').fill("Telefono di prova");
  await press("make-passkey");
  await page.waitForURL(({ pathname }) => pathname !== "/io/passkey");
  const scripts = followScripts(page);
  await page.goto(`${market.host.url}/proposte/${vote.number}/voto`);
  await alive();
  expect(await page.locator("main form").count()).toBe(0);
  expect(await complaintsOf(page, "blind-ballot")).toEqual([]);
  await press("take-token");
  await page.locator('[data-act="cast-blind"]').waitFor();
  expect(count("SELECT count(*) FROM given_token")).toBe(1);
  expect(await scripts.bytes()).toBeLessThanOrEqual(MOST_SCRIPT);
  expect(await complaintsOf(page, "blind-token")).toEqual([]);

  // The token outlives the page; what was marked does not leave it before the cast.
  await page.reload();
  await alive();
  await press("cast-blind");
  await page.locator('main [role="alert"]', { hasText: "Scegli" }).waitFor();
  await press("choice-no");
  await press("cast-blind");
  const tracker = page.locator(".tracker .digest");
  await tracker.waitFor();
  expect((await tracker.innerText()).replaceAll(" ", "")).toBe(
    count("SELECT tracker FROM secret_receipt"),
  );
  expect(count("SELECT choice FROM secret_ballot")).toBe('{"vote":"no"}');
  expect(await complaintsOf(page, "blind-cast")).toEqual([]);
  const cast = sent.filter((request) => request.url().endsWith("/blind-ballots"));
  const cookies = await Promise.all(cast.map((request) => request.headerValue("cookie")));
  expect(cookies).toEqual([null]);
  const named = sent.filter((request) => request.postData()?.includes('"vote"') === true);
  expect(named).toEqual(cast);
  expect(wrong).toEqual([]);
}, 30_000);

test("where no script runs, the page says so and points to paper", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto(`${market.host.url}/proposte/${vote.number}/voto`);
  const said = await plain.locator("main").innerText();
  expect(said).toContain("oppure vota su carta in assemblea");
  expect(await plain.locator("main button:visible, main input:visible").count()).toBe(0);
});

import { Hono } from "hono";
import type { Edge } from "./edge/env.ts";
import { openPage } from "./edge/request.ts";
import { assembliesPages } from "./member/http-assemblies.tsx";
import { assemblyPages } from "./member/http-assembly.tsx";
import { officePages } from "./member/http-offices.tsx";
import { cyclesPages } from "./member/http-cycles.tsx";
import { invitationPages } from "./member/http-invitation.tsx";
import { homePage } from "./member/http-home.tsx";
import { ownAccessPage, ownSessionForms } from "./member/http-own.tsx";
import { ownGroupPages } from "./member/http-own-groups.tsx";
import { noticePages, stopLetterPages } from "./member/http-notices.tsx";
import { ownOrderPages } from "./member/http-own-orders.tsx";
import { ownProfileForm } from "./member/http-own-profile.ts";
import { groupPages } from "./member/http-groups.tsx";
import { groupToolPages } from "./member/http-group-tools.tsx";
import { joinPages } from "./member/http-join.tsx";
import { memberPages } from "./member/http-member-page.tsx";
import { membersBookPages } from "./member/http-members-book.tsx";
import { ownSharePages } from "./member/http-own-shares.tsx";
import { ownPhotoPages } from "./member/http-own-photos.tsx";
import { ownAddressPages } from "./member/http-own-addresses.tsx";
import { ownPasskeyPages } from "./member/http-own-passkeys.tsx";
import { ownWalletPages } from "./member/http-own-wallet.tsx";
import { ownDataPages, privacyPage } from "./member/http-privacy.tsx";
import { permitPages } from "./member/http-permits.tsx";
import { whyPage } from "./member/http-why.tsx";
import { recoveryPages } from "./member/http-recovery.tsx";
import { signInPages, signOutPages } from "./member/http-sign-in.tsx";
import { stopRecoveryPages } from "./member/http-stop-recovery.tsx";
import { peoplePages } from "./member/http-people.tsx";
import { ballotPages } from "./member/http-ballots.tsx";
import { receiptPages, verifyPage } from "./member/http-receipts.tsx";
import { resultPages } from "./member/http-results.tsx";
import { newArticlePage } from "./member/http-new-article.tsx";
import { newPolicyPage } from "./member/http-new-policy.tsx";
import { newProposalPage } from "./member/http-new-proposal.tsx";
import { proposalDeeds } from "./member/http-proposal-deeds.ts";
import { policyPages } from "./member/http-policies.tsx";
import { proposalPages } from "./member/http-proposals.tsx";
import { ridesPages } from "./member/http-rides.tsx";
import { roundsPages } from "./member/http-rounds.tsx";
import { roundsListPages } from "./member/http-rounds-list.tsx";
import { networkHistoryPages } from "./member/http-network-history.tsx";
import { reportPages } from "./member/http-reports.tsx";
import { standingPages } from "./member/http-standing.tsx";
import { secondsPages } from "./member/http-seconds.tsx";
import { basketPages } from "./shop/http-basket.tsx";
import { sharedBasketPages } from "./shop/http-shared-basket.tsx";
import { checkoutPages } from "./shop/http-checkout.tsx";
import { householdLinks } from "./shop/http-household-link.ts";
import { orderLinks } from "./shop/http-order-link.ts";
import { orderPages } from "./shop/http-order.tsx";
import { keepLanguage } from "./shop/http-language.ts";
import { productPages } from "./shop/http-product.tsx";
import { producerPages } from "./shop/http-producers.tsx";
import { offlinePages } from "./shop/http-offline.tsx";
import { legalPages } from "./shop/http-legal.tsx";
import { rulePages, statutePages } from "./shop/http-rules.tsx";
import { transparencyPage } from "./shop/http-transparency.tsx";
import { shop } from "./shop/http.tsx";

/** Every page, at its Italian path; `http-language.ts` gives it another one in English. */
export const pages = new Hono<Edge>()
  .use(openPage)
  .use(keepLanguage)
  .route("/", shop)
  .route("/prodotti", productPages)
  .route("/produttori", producerPages)
  .route("/cassetta/condivisa", sharedBasketPages)
  .route("/cassetta", basketPages)
  .route("/cassa", checkoutPages)
  .route("/ordini", orderPages)
  .route("/o", orderLinks)
  .route("/f", householdLinks)
  .route("/accedi", signInPages)
  .route("/esci", signOutPages)
  .route("/invito", invitationPages)
  .route("/recupero", recoveryPages)
  .route("/ferma", stopRecoveryPages)
  .route("/io/passkey", ownPasskeyPages)
  .route("/io/indirizzi", ownAddressPages)
  .route("/io/dati", ownDataPages)
  .route("/io/profilo", ownProfileForm)
  .route("/io/prodotti", ownPhotoPages)
  .route("/io/permessi", permitPages)
  .route("/io/perche", whyPage)
  .route("/io/accesso", ownAccessPage)
  .route("/io/sessioni", ownSessionForms)
  .route("/io/ordini", ownOrderPages)
  .route("/io/conto", ownWalletPages)
  .route("/io/quote", ownSharePages)
  .route("/soci/libro", membersBookPages)
  .route("/soci/libro", memberPages)
  .route("/soci", joinPages)
  .route("/io/avvisi", noticePages)
  .route("/lettere", stopLetterPages)
  .route("/io/gruppi", ownGroupPages)
  .route("/io/ricorrenti", standingPages)
  .route("/io", homePage)
  .route("/gruppi", groupPages)
  .route("/gruppi", groupToolPages)
  .route("/riservatezza", privacyPage)
  .route("/trasparenza", transparencyPage)
  .route("/regole", rulePages)
  .route("/regolamenti", policyPages)
  .route("/statuto", statutePages)
  .route("/", legalPages)
  .route("/", offlinePages)
  .route("/cariche", officePages)
  .route("/assemblee", assembliesPages)
  .route("/assemblee", assemblyPages)
  .route("/proposte/nuova/articolo", newArticlePage)
  .route("/proposte/nuova/regolamento", newPolicyPage)
  .route("/proposte/nuova", newProposalPage)
  .route("/proposte", proposalPages)
  .route("/proposte", proposalDeeds)
  .route("/proposte", ballotPages)
  .route("/proposte", receiptPages)
  .route("/proposte", resultPages)
  .route("/verifica", verifyPage)
  .route("/rete/cicli", cyclesPages)
  .route("/corriere", ridesPages)
  .route("/rete/giri", roundsListPages)
  .route("/rete/giri", roundsPages)
  .route("/rete/persone", peoplePages)
  .route("/rete/modifiche", networkHistoryPages)
  .route("/rete/segnalazioni", reportPages)
  .route("/rete/firme", secondsPages);

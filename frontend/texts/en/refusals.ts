import type { NotEligible } from "#domain/governance/electorate/eligibility.ts";
import type { Unfit } from "#domain/governance/ballots/refusals.ts";
import { formatFor } from "#frontend/texts/format.ts";
import { lawWords } from "#frontend/texts/law-words.ts";
import type { RefusalTexts } from "#frontend/texts/it/refusals.ts";
import { assemblyRefusals } from "./assembly-refusals.ts";
import { proposalRefusals } from "./proposal-refusals.ts";
import { rules } from "./rules.ts";

const format = formatFor("en");

/** Why somebody is not in the electorate, as the notice found. */
const WHY_NOT: Readonly<Record<NotEligible | "not-in-the-book", string>> = {
  "not-in-the-book": "at the notice you were not in the members' book",
  "not-a-member": "at the notice you were not yet a member",
  suspended: "at the notice you were suspended",
  left: "at the notice you were no longer a member",
  "class-without-vote": "your class of members has no vote",
  "not-on-the-board": "the board votes, and at the notice you were not on it",
  "in-arrears": "at the notice a share that was due was not paid",
  "enrolled-too-late": "at the opening you have not been in the book for long enough",
};

/** What is wrong with a ballot, so that its reader can set it right. */
const UNFIT: Readonly<Record<Unfit, string>> = {
  "of-another-method": "This is no ballot of this vote: reload the page and fill it in again.",
  "option-unknown": "The ballot names something that is not in this vote.",
  "option-twice": "The ballot names the same choice twice.",
  "score-off-scale": "Points go from 0 to 5, in whole numbers.",
  "rank-off-scale": "Places count from 1, in whole numbers.",
  "objection-without-reason": "An objection needs a reason, of at most 2000 characters.",
};

/** Why no vote could be held by a policy, or believed. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  "revote-is-for-open-ballots":
    "A secret ballot bears no name, so it cannot be changed: untick “a vote may be changed”.",
  "own-ballot-over-proxy-is-for-open-ballots":
    "Of secret ballots nobody knows whose they are: who gave a proxy cannot vote all the same.",
  "method-counts-heads": "These ballots count people: every member has one vote only.",
  "secret-weights-of-their-own":
    "With votes by exchange each ballot would say whose it is: the vote cannot be secret.",
  seats: "There is one place to fill at least, and one only where people say yes or no.",
  share: "A share goes from none to all, and more than all cannot be asked for.",
  times: "The notice and the vote last one day at least.",
  proxies: "The number of proxies is a whole number.",
  colleges:
    "There are three colleges at least, each with a tenth to half of the votes, to say yes or no.",
};

/** Why something was refused, in words that say what to do next where something can be done. */
export const refusals: RefusalTexts = {
  "malformed-json": () => "The request is not written as it should be.",
  "not-json": () => "The request is not in the form that is needed.",
  "too-large": () => "The request is too large.",
  "address-too-long": () => "The address is too long: start from our pages.",
  "cookies-too-long": () =>
    "Your browser sent too much at once: clear the cookies of this site and try again.",
  "too-many-requests": () => "Too many requests in a short time: try again in a few seconds.",
  "invalid-input": () => "Something in the form cannot be read: check it and try again.",
  "key-missing": () => "The form has expired: reload the page and try again.",
  "key-reused": () => "This form was sent already: reload the page to make another.",
  "foreign-origin": () => "The request comes from another site: start from our pages.",
  "changed-meanwhile": () => "Something has changed meanwhile: check and try again.",
  "neighbour-failed": () =>
    "A service we need does not answer. Try again soon: the same order never goes twice.",
  "no-such-page": () => "This page is not here.",
  "basket-of-another-week": ({ deliveryDay, products }) =>
    `The basket is for the delivery on ${format.day(deliveryDay)} and holds ${format.plural(
      products,
      { one: "# product", other: "# products" },
    )}. A basket is for one delivery only.`,
  "cycle-not-open": ({ opensAt }) => `Orders open on ${format.dayAndHour(opensAt)}.`,
  "cycle-closed": ({ closedAt }) => `Orders closed on ${format.dayAndHour(closedAt)}.`,
  "cycle-not-for-group": () => "This sales week is not open to your group.",
  "completion-only-more": () =>
    "Orders are closed and only boxes are completed: you can add, not take away.",
  "completion-box-full": ({ leftMilli }) =>
    leftMilli === 0
      ? "Orders are closed and this box is full: only those that are not are completed."
      : `Orders are closed and only boxes are completed: ${format.amount(leftMilli)} more can be added.`,
  "completion-times": ({ latest }) =>
    `The completion ends later than now, and by ${format.dayAndHour(latest)}.`,
  "nothing-to-complete": () =>
    "All boxes are full and all producers have met their minimum: nothing is left to complete.",
  "offer-unknown": () => "This product is not on this week’s stall.",
  "offer-withdrawn": () => "Its producer has withdrawn this product.",
  "quantity-not-in-steps": ({ stepMilli, leastMilli }) =>
    `Ordered in steps of ${format.amount(stepMilli)}, at least ${format.amount(leastMilli)}.`,
  "short-stock": ({ leftMilli }) =>
    leftMilli === 0
      ? "It is sold out: somebody else took it. Nothing was ordered or paid."
      : `${format.amount(leftMilli)} left: lower the quantity. Nothing was ordered or paid.`,
  "wallet-floor": ({ balanceAfterCents, floorCents }) =>
    `The credit would fall to ${format.money(balanceAfterCents)}, and the least is ${format.money(floorCents)}. Top it up, or pay in another way.`,
  "not-paid-at-pickup": () => "This order is not paid at pickup: no money is due here.",
  "order-paid": ({ paidCents }) => `This order is paid already: ${format.money(paidCents)}.`,
  "deposit-too-high": () => "The deposit to give back is higher than all that were paid.",
  "nothing-due": () => "Nothing of this order is left to pay.",
  "due-differs": ({ dueCents }) => `${format.money(dueCents)} is left to pay, no more and no less.`,
  "effect-not-failed": () => "This did not fail, or it is being tried again already.",
  "wallet-missing": () => "This household has no credit: pay in another way.",
  "order-empty": () => "The basket is empty: choose at least one product.",
  "order-exists": () => "This household has an order already: change it instead of making another.",
  "order-cancelled": () => "This order was cancelled.",
  "line-unknown": () => "This line is not in the order.",
  "shift-overlaps": () =>
    "This vehicle is on a shift at that time: choose another time or vehicle.",
  "vehicle-retired": () => "This vehicle is no longer in use: choose another.",
  "shift-not-that-day": () =>
    "A shift begins on delivery day, and ends after it began, by the next noon.",
  "rounds-too-early": () => "Rounds are made once orders are closed.",
  "rounds-over": () => "This week was delivered: its rounds stay as they are.",
  "rounds-without-hub": () => "Nobody said where the hub is: write its coordinates on its page.",
  "rounds-without-shift": () => "Nobody drives this week: add a shift.",
  "rounds-without-stops": () => "There is nothing to bring or to fetch.",
  "round-stop-told": () => "How this stop went was told before.",
  "round-stop-unknown": () => "This stop is not in this week’s rounds.",
  "slot-full": () => "This time has just filled up: choose another. Nothing was ordered.",
  "place-full": () =>
    "This pickup point is full for this week: choose another. Nothing was ordered.",
  "place-unknown": () => "This pickup point, or this time, is not available: choose another.",
  "address-missing": () => "Home delivery needs the address.",
  "contact-missing": () => "Write your name and where to send the confirmation.",
  "payment-declined": ({ amountCents }) =>
    `The bank did not accept the card for ${format.money(amountCents)}. Nothing was ordered or paid: use another one, or pay at the delivery.`,
  "not-signed-in": () => "You need to sign in for this.",
  "not-allowed": () => "Your credentials do not allow this.",
  "passkey-needed": () =>
    "This needs your passkey: confirm with your fingerprint, your face or your device’s code.",
  "passkey-refused": () =>
    "The passkey was not recognised. Try again from the page you started on.",
  "invitation-spent": () =>
    "This invitation was used or has expired. Ask whoever sent it for another one.",
  "code-wrong": ({ triesLeft }) =>
    triesLeft === 0
      ? "The code is not right, and this was the last try: ask for another one."
      : `The code is not right. Look at the letter again: you can try ${triesLeft === 1 ? "once" : `${triesLeft} times`} more.`,
  "code-spent": () => "This code is no longer good. Ask for another one.",
  "access-suspended": () =>
    "Your access is suspended. Write to the network to know why and how to have it back.",
  "last-passkey": () => "It is your last passkey and your office needs one: add another one first.",
  "second-person-needed": () =>
    "This needs the signatures of two officers. Ask another one to confirm your request.",
  "acts-paused": ({ until }) =>
    `After a recovery signatures are paused until ${format.dayAndHour(until)}. Until then you can read and order.`,
  "not-found": () => "It is not there, or it is not yours.",
  "not-granted": () => "The enterprise has not opened this: whoever speaks for it can.",
  "enterprise-grant-misfit": () =>
    "This grant does not fit what one of the two enterprises does in the network.",
  "grant-misfit": () => "This role is for the whole network, or it lacks whose it is.",
  "grant-subject-missing": () => "The role is over something that does not exist.",
  "expiry-passed": () => "That moment has already passed.",
  "last-officer": () =>
    "Nobody would be left to run the network: there must be another officer with a passkey first.",
  "address-taken": () =>
    "This address belongs to somebody in the network already: give them the role instead.",
  "person-enrolled": () =>
    "They have a passkey already. If it is lost, they can recover their access themselves.",
  "person-suspended": () => "They are suspended: let them back in first.",
  "person-without-address": () => "There is no address to write to: give them a passkey in person.",
  "role-held": () => "They have this role already.",
  "not-on-yourself": () => "Nobody does this for themselves: ask another officer.",
  "officer-unknown": () => "It is not clear which officer: give their address.",
  "officer-can-act": () => "Another officer has a passkey: ask them.",
  "recovery-over": () => "The three days are over: speak at once with whoever runs the network.",
  "address-in-use": () => "This address is another person’s already.",
  "address-confirmed": () => "This address is confirmed already.",
  "last-address": () => "It is your last address: add and confirm another one first.",
  "act-needs-no-second": () => "This needs no second signature.",
  "countersignature-closed": () =>
    "This request for a signature has expired, was withdrawn or is signed by others.",
  "countersignature-own": () => "Nobody signs their own request: it takes another person.",
  "network-exists": () => "The network has been set up already.",
  "vat-number-taken": ({ vatNumber }) => `VAT number ${vatNumber} is registered already.`,
  "name-taken": ({ name }) => `The name “${name}” is in use already.`,
  "slot-taken": () => "This time slot is there already.",
  "certification-registered": ({ number }) => `Certificate ${number} is registered already.`,
  "group-taken": () => "The household is in a group already: it has to leave that one first.",
  "group-asked": () => "The household waits for an answer already: withdraw that request first.",
  "group-request-ended": () => "This request has been answered already, or was withdrawn.",
  "group-order-open": () =>
    "The household has an order that is not over yet: it can leave the group once it is paid.",
  "group-coordinator-stays": () =>
    "Whoever coordinates the group cannot leave it: the network first hands coordination to another household.",
  "reminder-sent": () => "The reminder for this cycle has gone out: there is only one.",
  "nobody-missing": () => "There is nobody to remind: whoever has an address has ordered.",
  "standing-not-in-steps": () => "A quantity is not among those that can be ordered.",
  "not-in-group": () => "The household is not in this group.",
  "category-loop": () => "A shelf cannot stand inside itself.",
  "not-a-producer": () => "The enterprise is not registered as a producer.",
  "not-a-hub": () => "The enterprise is not registered as a hub.",
  "photo-going": () => "The same photo is just being taken away: try again in a minute.",
  "photo-too-heavy": () => "The photo is too heavy: 1 MB at most.",
  "photo-too-large": ({ mostSide }) => `The photo is too large: ${mostSide} points a side at most.`,
  "photo-kind-unknown": () => "The file is no JPEG or WebP photo.",
  "photo-broken": () => "The photo is damaged or incomplete: save it again and retry.",
  "sku-taken": ({ sku }) => `The code ${sku} belongs to another size.`,
  "nominal-weight-misfit": () => "Pieces of variable weight need a nominal weight, others none.",
  "least-not-in-steps": () => "The least quantity must be made of whole steps.",
  "pool-unknown": () => "This stock is not of this enterprise.",
  "variant-unknown": () => "One of the sizes is no longer sold.",
  "stock-reserved": ({ reservedMilli }) =>
    `${format.amount(reservedMilli)} are reserved already: it cannot be less.`,
  "rule-unknown": ({ key }) => `There is no rule “${key}”.`,
  "rule-out-of-bounds": ({ least, most }) => `The value must be between ${least} and ${most}.`,
  "rule-not-a-choice": ({ choices }) => `It must be one of: ${choices.join(", ")}.`,
  "policy-impossible": ({ why }) => IMPOSSIBLE[why] ?? "No vote can be held by such a policy.",
  "below-legal-floor": (floor) =>
    `The law does not allow it. ${lawWords(rules.floors, format, floor)}`,
  "vote-not-open": ({ opensAt }) => `This vote opens ${format.dayAndHour(opensAt)}.`,
  "vote-closed": ({ closedAt }) => `This vote closed ${format.dayAndHour(closedAt)}.`,
  "vote-cast-otherwise": ({ secrecy }) =>
    secrecy === "open"
      ? "This vote is open: the ballot bears the voter's name."
      : "This vote is secret: the ballot goes in without a name.",
  "not-in-electorate": ({ why }) => `You may not vote here: ${WHY_NOT[why]}.`,
  "proxy-missing": () => "You hold no proxy of this member.",
  "ballot-cast-already": () => "The vote of this member is in the box and is not changed.",
  "ballot-cast-by-other": () =>
    "Somebody else voted for this member: the holder of the proxy, or the member.",
  "token-misfit": () => "The token is made for another vote: reload the page and try again.",
  "token-given-already": () =>
    "The token of this vote was given already, and there is one only: the browser that asked has it.",
  "token-not-signed": () => "This token is not signed for this vote.",
  "token-used": () => "A ballot was cast with this token: it stays.",
  "tracker-taken": () => "This code is another ballot's: reload the page and try again.",
  "tracker-in-key": () => "The request would tie the ballot to its sender: reload the page.",
  "papers-too-few": ({ least }) =>
    `Papers of a secret vote are entered at least ${least} at a time.`,
  "papers-of-voters": ({ memberIds }) =>
    `${memberIds.length} of these members have a ballot in the box: take them off the list.`,
  "papers-uneven": () => "There must be as many papers as members who voted.",
  "papers-unsorted": () =>
    "Papers of a secret vote, and the members who wrote them, are entered each in order.",
  "papers-unlike": () =>
    "Members whose votes weigh differently or count in other classes are entered apart.",
  "roll-call-later": ({ closesAt }) =>
    `Who voted what can be read after the close, ${format.dayAndHour(closesAt)}.`,
  "choice-unfit": ({ why }) => UNFIT[why],
  "proxy-not-foreseen": () => "This vote knows no proxies.",
  "proxy-not-eligible": ({ who }) =>
    who === "giver"
      ? "Who gives the proxy may not vote here."
      : "A proxy goes to another person who may vote here.",
  "proxy-excluded": () => "Directors, auditors and employees hold no proxies.",
  "proxy-too-many": ({ most }) => `One person holds at most ${most} proxies.`,
  "proxy-chained": () => "Who gave or holds a proxy does not pass it on.",
  "proxy-given-already": () => "You gave a proxy already: take it back first.",
  "proxy-revoked-already": () => "This proxy has been taken back already.",
  ...assemblyRefusals,
  "proxy-used": () => "Who holds your proxy has voted already: the ballot stays.",
  ...proposalRefusals,
  "rule-changed": () => "The rule changed meanwhile: reload and try again.",
  "rule-backdated": () => "A rule cannot apply to the past.",
  "rule-needs-vote": ({ policy }) =>
    policy === "statute"
      ? "Members decide this, by a vote as for the statute."
      : "Members decide this rule, by a vote.",
  "rule-urgency-over": ({ since }) =>
    `Officers have decided it urgently already, until ${format.date(since)}: now it is up to the members.`,
  "action-misfit": ({ key }) =>
    `The proposal changes “${key}” twice, or in a way that does not exist.`,
  "action-of-another-policy": ({ key }) =>
    `“${key}” is decided in another way: by a vote as for the statute, or not by a vote.`,
  "proposal-not-executable": ({ from }) =>
    from === null
      ? "This proposal has nothing that could take effect."
      : `This proposal takes effect from ${format.date(from)}, not before.`,
  "blt-unreadable": ({ line }) => `Line ${line} of the BLT file breaks its form.`,
  "profile-unreadable": ({ field }) => `The field "${field}" of the ballots cannot be read.`,
  "cycle-state": () => "The cycle is not in a state that allows this.",
  "cycle-times": () => "The close must come after the opening, and cannot be past already.",
  "cycle-code-taken": ({ cycleCode }) => `There is a cycle ${cycleCode} already.`,
  "cycle-without-offers": () => "There is nothing to offer: list some products first.",
  "stock-taken": () => "The stock went to others meanwhile: the cycle cannot open again.",
  "shortage-not-whole": () => "Whole pieces are missing here.",
  "line-not-weighed": () => "This line is not paid by weight.",
  "line-twice": () => "The same line comes twice.",
  "answer-erased": () => "The answer of that time held data that have been erased.",
  "consent-not-optional": () => "This use is part of the service: it cannot be taken out alone.",
  "consent-text-changed": () => "The text has changed meanwhile: read it and choose again.",
  "sign-in-anew": () => "To be safe sign out, sign in with a new code, and ask right afterwards.",
  "member-already": () => "You are a member already, or your application waits for an answer.",
  "tax-code-wrong": () => "The tax code does not add up: check its letters and digits.",
  "tax-code-taken": () => "There is a member, or an application, with this tax code already.",
  "identity-misfit": ({ field }) =>
    `Something the book needs is missing, or does not go with the rest: ${field}.`,
  "too-young": ({ years }) => `Members are ${years} years old or more.`,
  "enterprise-not-own": () => "This enterprise is not one that you act for.",
  "membership-misfit": () => "As the membership stands, this cannot be done. Load the page again.",
  "refusal-late": ({ until }) =>
    `The board could refuse until ${format.dayAndHour(until)} (art. 2528 c.c.): now it can only admit.`,
  "appeal-late": ({ until }) =>
    `The assembly could be asked until ${format.dayAndHour(until)} (art. 2528 c.c.).`,
  "opposition-late": ({ until }) =>
    `It could be opposed until ${format.dayAndHour(until)} (art. 2533 c.c.).`,
  "payment-not-demanded": ({ until }) =>
    until === null
      ? "Payment is asked for first, in writing (art. 2531 c.c.)."
      : `Who has to pay has time until ${format.dayAndHour(until)}.`,
  "not-in-arrears": () => "Nothing is overdue.",
  "share-limit": ({ most }) =>
    `One person holds shares of 100,000 euros at most (art. 2525 c.c.): ${format.money(most)} are left.`,
  "instalments-too-many": ({ most }) => `There are at most ${most} instalments.`,
  "share-overpaid": ({ most }) => `${format.money(most)} are left to pay, no more.`,
  "shares-unpaid": ({ unpaid }) => `Shares are paid up first: ${format.money(unpaid)} are missing.`,
  "too-few-shares": ({ held }) => `There are ${held} shares.`,
  "still-a-member": () => "Shares are redeemed to who has left the members’ book.",
  "loss-too-large": ({ most }) => `Losses are no more than was paid in: ${format.money(most)}.`,
  "nothing-owed": ({ most }) => `${format.money(most)} are owed, no more.`,
  "reserves-short": () => "The reserves do not hold so much.",
  "transfer-waiting": ({ freeOn }) =>
    `The board may still answer: without an answer the transfer is free from ${format.day(freeOn)}.`,
  "transfer-free": ({ freeOn }) =>
    `The board could answer until ${format.day(freeOn)}: now the transfer is free (art. 2530 c.c.).`,
  "transfer-open": () => "A transfer waits for an answer already.",
  "transfer-ended": () => "This transfer is over.",
  "transfer-not-accepted": () => "Who is to have the shares has not agreed yet.",
  "transfer-accepted": () => "You have accepted these shares already.",
  "receiver-not-a-member": () => "Shares go to who is in the members’ book.",
  "settle-first": ({ openOrders, wallets, dues, memberships }) =>
    `Accounts come first. Orders going on: ${openOrders.length}; wallets to empty: ` +
    `${wallets.length}; payments due: ${dues.length}; ` +
    `places in the members’ book to leave: ${memberships.length}.`,
  "round-unreadable": ({ field, expected }) =>
    `The round to plan cannot be read: “${field}” should be ${expected}.`,
  "plan-unsound": ({ complaints }) =>
    `This plan cannot be driven as it stands, and is not saved: ${complaints}.`,
  "plan-not-better": ({ version }) => `Version ${version} is at least as good already.`,
  "plan-not-measured": () => "Distances are still being worked out: try again in a minute.",
  "plan-set-aside": () => "This plan was set aside: ask for a new one.",
  "plan-changed": () => "Meanwhile the round has changed: read the new version.",
  "plan-acknowledged": ({ version }) => `Version ${version} of this round is confirmed already.`,
  "letter-waiting": () => "It is still waiting to be sent: there is no need to send it again.",
  "letter-forgotten": () =>
    "We no longer keep the words or the address of this letter: a new one is needed.",
  "news-unsigned": () => "The news is not signed by the service that carries our mail.",
  "order-settled": () => "The order was charged already.",
  "order-handed-out": () => "The crate was handed out already.",
  "order-not-handed-out": () =>
    "The crate is not noted as handed out yet: problems are reported afterwards.",
  "problem-too-late": ({ until }) =>
    `It could be reported until ${format.dayAndHour(until)}. Write to the network.`,
  "problem-too-much": ({ deliveredMilli }) =>
    `${format.amount(deliveredMilli)} of this came: you cannot report more.`,
  "problem-reported": () => "This was reported already: the answer comes there.",
  "problem-answered": () => "This report was answered already.",
  "order-not-settled": () =>
    "The week’s accounts are not closed yet: what goes back is what was paid.",
  "refund-too-high": ({ mostCents }) =>
    `At most ${format.money(mostCents)} of this line can go back.`,
  "nothing-to-pay-back": () => "Nothing is to be handed back for this report.",
};

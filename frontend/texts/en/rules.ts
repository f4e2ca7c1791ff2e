import { formatFor } from "#frontend/texts/format.ts";
import type { RulesTexts } from "#frontend/texts/it/rules.ts";

const { plural } = formatFor("en");

/** The words of the rules register and of the statute. */
export const rules: RulesTexts = {
  link: "Rules",
  title: "Rules",
  description:
    "Every rule of this network: what it is today, since when, who decided it, how it is changed.",
  lead: "Every rule that the market follows is written here, with its value of today and its history. An order follows the rules of when it was placed.",
  areas: {
    prices: "Prices and costs",
    payments: "Paying and settling",
    orders: "Ordering",
    problems: "When something is wrong",
    privacy: "Who sees what",
    surplus: "The year’s surplus",
    government: "Who decides",
    statute: "Statute",
  },
  names: {
    "network-fee": {
      title: "The network’s fee",
      what: "The part of each sale that the network keeps to do its work.",
    },
    "delivery-fee": {
      title: "Delivery to the door",
      what: "What an order pays that comes home. At a pickup point nothing is paid.",
    },
    "wallet-floor": {
      title: "Least credit of a household",
      what: "Below which an order does not take a household’s credit.",
    },
    "card-hold": {
      title: "What a card is held for",
      what: "In relation to the estimate: it covers the true weight of what is weighed later.",
    },
    "settlement-days": {
      title: "Days to settle an order",
      what: "How many days after delivery an order is charged by itself.",
    },
    "allocation-strategy": {
      title: "How too little is shared",
      what: "Where there is less of a product than wanted, or the last box is not full.",
    },
    "producer-minimum": {
      title: "A producer’s least order",
      what: "Below which a producer does not deliver. Each decides its own.",
    },
    "checkout-minutes": {
      title: "Time at the checkout",
      what: "For how long goods are held while somebody pays.",
    },
    "dispatch-minutes": {
      title: "Wait before producers are told",
      what: "Between the close of orders and the word to those who prepare them.",
    },
    "completion-minutes": {
      title: "Time to complete boxes",
      what: "For how long after the close more can be added.",
    },
    "standing-minutes": {
      title: "When standing lists begin",
      what: "How long after the opening of a week they become orders.",
    },
    "problem-days": {
      title: "Days to report a problem",
      what: "From when the crate was received.",
    },
    "refund-borne-by": {
      title: "Who bears a problem that was accepted",
      what: "Where the money comes from that goes back to who reported.",
    },
    "order-link-days": {
      title: "How long the link of an order works",
      what: "For how many days a guest can open their order again.",
    },
    "guest-contact-days": {
      title: "When addresses are forgotten",
      what: "Name and address given with an order, after it is over.",
    },
    "producer-sees-names": {
      title: "Whether producers read names",
      what: "The names of those who ordered from them; addresses never.",
    },
    "delivery-sharing": {
      title: "How producers share what the rounds cost",
      what: "In proportion to what each would spend alone, or by what each really adds to the round (Shapley, up to eight producers).",
    },
    "courier-fairness": {
      title: "How much it matters to share hours among who drives",
      what: "Up to what an hour may cost that is paid to one and not to another. Zero: only the shortest round counts. The page of rounds says what it cost.",
    },
    "producer-sales-public": {
      title: "Whether each producer’s sales are public",
      what: "On the page of figures, by its name or together with the others.",
    },
    "group-sees-names": {
      title: "Whether households of a group read names",
      what: "Who of the group ordered, for the group’s other households.",
    },
    "surplus-reserve": {
      title: "Surplus to the reserve",
      what: "The part of the surplus that stays with the cooperative and is never shared out. It counts for the years that begin later.",
    },
    "surplus-mutual-fund": {
      title: "Surplus to the mutual fund",
      what: "The part of the surplus that helps other cooperatives. It counts for the years that begin later.",
    },
    "share-nominal": {
      title: "What one share is worth",
      what: "What a new member pays in for each share. The law says between 25 and 500 euros.",
    },
    "rules-by-officers": {
      title: "What officers decide alone",
      what: "Always two of them. Urgently means for sixty days: then, without a vote, it is as before.",
    },
    statute: { title: "Statute", what: "The text of the cooperative, article by article." },
  },
  choices: {
    "own-cost": "in proportion to what it would spend alone",
    "added-cost": "by what each adds to the round",
    "first-come": "who orders first has it",
    proportional: "everybody gets less, in proportion",
    "equal-cost": "everybody gets less, by the same sum",
    producer: "the producer",
    network: "the network",
    no: "no",
    yes: "yes",
    "until-first-vote": "everything, until the members’ first vote; then what is urgent",
    urgently: "what is urgent",
    never: "nothing",
  },
  minutes: (minutes) => plural(minutes, { one: "# minute", other: "# minutes" }),
  hours: (hours) => plural(hours, { one: "# hour", other: "# hours" }),
  days: (days) => plural(days, { one: "# day", other: "# days" }),
  ownValue: "each its own",
  since: (date) => `since ${date}`,
  history: (title) => `${title}: its history`,
  coming: (value, date) => `From ${date}: ${value}`,
  comingVoted: (value, date, number) => `From ${date}: ${value}, by proposal ${number}`,
  overtaken: (number) =>
    `Proposal ${number} does not take effect: another vote changed this rule before.`,
  urgentUntil: (date) => `Decided urgently, until ${date}`,
  whose: {
    rules: "Members decide, by a vote",
    statute: "Members decide, as for the statute",
    enterprise: "Each producer decides",
  },
  howToChange: "How it is changed",
  timelock: (days) =>
    plural(days, {
      one: "It takes effect at least # day after the vote.",
      other: "It takes effect at least # days after the vote.",
    }),
  affects: { producers: "who sells", buyers: "who buys", members: "members" },
  concerns: (whom) => `It concerns ${whom}.`,
  producersNotice:
    "Who sells here hears of it at least fifteen days before (reg. (EU) 2019/1150, art. 3.2).",
  between: (least, most) => `It may be from ${least} to ${most}.`,
  oneOf: (choices) => `It is one of: ${choices}.`,
  lawLeast: (value, article) => `The law goes no lower than ${value} (${article}).`,
  counts: {
    placing: "For an order it is the rule of when it was placed that counts.",
    close: "For a week it is the rule of when its orders closed that counts.",
    now: "It counts from the moment it takes effect.",
    year: "For a financial year it is the rule of its first day that counts.",
  },
  versions: "Its history",
  version: (version) => `Version ${version}`,
  from: (from) => `In force since ${from}.`,
  fromTo: (from, to) => `In force from ${from} to ${to}.`,
  willCount: (from) => `In force from ${from}.`,
  neverCounted: "It never was in force: another decision came before.",
  decided: {
    setup: "Written when the network was founded.",
    officers: "Decided by two officers.",
    urgent: (until) =>
      `Decided urgently by two officers: in force until ${until} unless a vote confirms it.`,
    members: "Decided by the members.",
  },
  vote: (number) => `See the vote: proposal ${number}`,
  reason: (reason) => `Reason: ${reason}`,
  was: "Before",
  now: "After",
  check: "The register is sealed in blocks: anyone may download it and check it again.",
  download: "Download the register",
  law: "What the law does not put to the vote",
  lawWhy: "No vote goes beyond these bounds.",
  floors: {
    daysEnrolled: (days) => `Who has been in the members’ book for at least ${days} days votes.`,
    proxies: (most) => `One person holds at most ${most} proxies.`,
    legalPersonVotes: (most) => `A company or an association has at most ${most} votes.`,
    producersTimelock: (days) => `What concerns who sells is said at least ${days} days before.`,
    reserve: (part) => `At least ${part} of the surplus goes to the reserve.`,
    mutualFund: (part) => `At least ${part} of the surplus goes to the mutual fund.`,
    board: (seats) => `Directors are at least ${seats}.`,
    boardYears: (years) => `Directors stay in office for at most ${years} years.`,
  },
  statute: {
    title: "Statute",
    description: "The cooperative’s statute, article by article, each with its history.",
    lead: "The text in force. An article changes only by a vote of the members in an extraordinary assembly, and every version stays readable. It is written in Italian.",
    empty: "The statute is not here yet",
    emptyWhy: "Officers write it down when the network is founded, article by article.",
    article: (number) => `Article ${number}`,
    titled: (number, heading) => `Art. ${number}. ${heading}`,
    repealed: "Repealed.",
    version: (version, date) => `Version ${version}, since ${date}`,
    history: (number) => `The history of article ${number}`,
    whole: "The whole statute",
    contents: "The articles",
    model:
      "The program keeps and shows this text; the one that the notary deposited is the original.",
  },
  diff: { title: "What changed", added: "added:", taken: "taken out:" },
  ofFee: "Where this rule comes from",
  ofOrder: {
    title: "The rules of this order",
    why: "Those of when it was placed: if they change later, this order keeps them.",
    rule: (title, value) => `${title}: ${value}`,
    version: (version) => `version ${version}`,
  },
  price: {
    title: "The next order, before and after",
    caption: (goods) => `An example: ${goods} of goods, brought home.`,
    part: "To whom",
    before: "Today",
    after: "If it passes",
    difference: "Difference",
    parts: {
      producers: "To the producers",
      vat: "VAT",
      network: "To the network",
      delivery: "For delivery",
    },
    total: "You pay",
    same: "What you pay stays the same: it is divided in another way.",
  },
};

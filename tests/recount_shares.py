"""The Method of Equal Shares with cost utilities, completed by Add1, in exact fractions.

python3 recount_shares.py FILE: checks an exported vote as recount.py does, then buys its projects.
A ballot is (number of voters, projects they approve); `vote.costs` and `vote.budget` are whole.
"""
import math
from fractions import Fraction

import recount


def count(vote):
    """The projects that are funded, in the order in which they were bought."""
    groups = {}
    for number, approved in vote.ballots:
        key = frozenset(approved)
        groups[key] = groups.get(key, 0) + number
    voters = max(1, sum(groups.values()))
    supported = {code for approved in groups for code in approved}
    share, runs = Fraction(vote.budget, voters), 1
    best = buy(vote, groups, share)
    while len(best) < len(supported):
        funded, runs = buy(vote, groups, share + 1), runs + 1
        if sum(vote.costs[code] for code in funded) > vote.budget:
            break
        best, share = funded, share + 1
    vote.share, vote.runs, vote.rates = share, runs, best
    return list(best)


def buy(vote, groups, share):
    purses = dict.fromkeys(groups, share)
    backers = lambda code: sum(groups[approved] for approved in groups if code in approved)
    votes = {code: backers(code) for code in vote.codes}
    open_ones = {code for code in vote.codes if votes[code] > 0}
    funded = {}
    while True:
        offers = {}
        for code in open_ones:
            cap = cheapest(vote.costs[code], [g for g in groups if code in g], groups, purses)
            if cap is not None:
                offers[code] = cap
        if not offers:
            return funded
        # The least per unit of cost; then more supporters, a lower cost, the lot.
        taken = min(
            offers,
            key=lambda code: (
                offers[code] / vote.costs[code],
                -votes[code],
                vote.costs[code],
                vote.lot.index(code),
            ),
        )
        for group in groups:
            if taken in group:
                purses[group] -= min(purses[group], offers[taken])
        funded[taken] = offers[taken] / vote.costs[taken]
        open_ones = set(offers) - {taken}


def cheapest(cost, supporters, groups, purses):
    """What each supporter pays at most: who has less gives all they have. None: too little."""
    if sum(purses[g] * groups[g] for g in supporters) < cost:
        return None
    left, payers = Fraction(cost), sum(groups[g] for g in supporters)
    for group in sorted(supporters, key=lambda g: purses[g]):
        if purses[group] * payers >= left:
            return left / payers
        left -= purses[group] * groups[group]
        payers -= groups[group]
    return None


def read(vote):
    """The ballots of an exported vote; in euro where all sums are whole euros, else in cents."""
    whole = math.lcm(*(Fraction(votes).denominator for _, votes in vote.said))
    vote.ballots = [(int(votes * whole), choice["approved"]) for choice, votes in vote.said]
    cents = {option["code"]: option["costCents"] for option in vote.text["options"]}
    sums = [vote.text["budgetCents"], *cents.values()]
    vote.unit = 100 if all(one % 100 == 0 for one in sums) else 1
    vote.budget = vote.text["budgetCents"] // vote.unit
    vote.costs = {code: cost // vote.unit for code, cost in cents.items()}
    return vote


def winners(vote):
    """What is funded, with all that the market says of such a count."""
    funded = count(read(vote))
    money = {"unitCents": vote.unit, "budget": vote.budget, "share": str(vote.share)}
    money |= {"spent": sum(vote.costs[code] for code in funded), "runs": vote.runs}
    rates = [{"option": code, "rate": str(rate)} for code, rate in vote.rates.items()]
    vote.known["count"] = {"kind": "budget", "funded": rates} | money
    vote.known["lot"] = [code for code in vote.lot if code in vote.codes]
    return funded


if __name__ == "__main__":
    recount.main({"equal-shares": winners})

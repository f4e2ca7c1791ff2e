"""Schulze's method, and the vote of Debian's constitution (appendix A.5).

python3 recount_condorcet.py FILE: checks an exported vote as recount.py does, then compares its
options two by two. A ballot is (number of ballots, {option: rank}); a smaller rank is better, an
option without a rank is below all that have one.
"""
import itertools
import math
from fractions import Fraction

import recount


def compare(vote):
    """above[a, b] is how many ballots rank a above b."""
    above = {(a, b): 0 for a in vote.codes for b in vote.codes}
    for number, ranks in vote.ballots:
        for a, b in above:
            if ranks.get(a, math.inf) < ranks.get(b, math.inf):
                above[a, b] += number
    return above


def schulze(vote):
    """The winner alone: of those whom nobody beats by paths, the first of the lot."""
    above = compare(vote)
    strong = {(a, b): n if n > above[b, a] else 0 for (a, b), n in above.items()}
    for over, a, b in itertools.permutations(vote.codes, 3):
        strong[a, b] = max(strong[a, b], min(strong[a, over], strong[over, b]))
    order, left = [], [code for code in vote.lot if code in vote.codes]
    while left:
        best = next(a for a in left if all(strong[a, b] >= strong[b, a] for b in left))
        order.append(best)
        left.remove(best)
    return order


def debian(vote):
    """The winner: options that lack quorum or majority go, then the weakest defeats do."""
    above, default = compare(vote), vote.default
    stands, vote.dropped = set(vote.codes), []
    for code in (one for one in vote.codes if one != default):
        pro, contra = above[code, default], above[default, code]
        needed = vote.ratios[code] * contra
        has_majority = pro > needed if vote.is_strict else pro >= needed
        why = "quorum" if pro < vote.quorum else "majority"
        if why == "quorum" or not has_majority:
            stands.remove(code)
            vote.dropped.append({"option": code, "why": why})
    defeats = {(a, b) for a in stands for b in stands if above[a, b] > above[b, a]}
    while True:
        stands = schwartz(stands, defeats)
        defeats = {(a, b) for a, b in defeats if a in stands and b in stands}
        if not defeats:
            return [min(stands, key=vote.lot.index)]
        strength = {(a, b): (above[a, b], -above[b, a]) for a, b in defeats}
        weakest = min(strength.values())
        defeats = {pair for pair in defeats if strength[pair] != weakest}


def schwartz(options, defeats):
    reach = {a: {a} for a in options}
    for _ in options:
        for a in options:
            for x, y in defeats:
                if x in reach[a]:
                    reach[a].add(y)
    return {a for a in options if all(b in reach[a] for b in options if a in reach[b])}


def read(vote):
    """The ballots of an exported vote, as whole ones, and by Debian's rule what options need."""
    unit = math.lcm(*(Fraction(votes).denominator for _, votes in vote.said))
    vote.ballots = [(int(votes * unit), choice["ranks"]) for choice, votes in vote.said]
    vote.default, share = "as-it-is", Fraction(vote.needed["share"])
    vote.quorum = Fraction(0)
    if vote.has and vote.rule["quorum"] and vote.rule["quorum"]["of"] == "cast":
        vote.quorum = Fraction(vote.rule["quorum"]["share"]) * vote.base["electorate"]
    everybody = sum(number for number, _ in vote.ballots) + 1
    vote.ratios = dict.fromkeys(vote.lot, share / (1 - share) if share < 1 else everybody)
    vote.is_strict = vote.needed["isStrict"]
    vote.codes = vote.codes + [vote.default] * (vote.method == "debian")
    vote.lot = [code for code in vote.lot if code in vote.codes]
    return vote


def winners(vote):
    """Who wins, with all that the market says of such a count."""
    is_debian, above = read(vote).method == "debian", compare(vote)
    found = debian(vote) if is_debian else schulze(vote)
    matrix = [[above[a, b] for b in vote.codes] for a in vote.codes]
    ends = {"order": [], "dropped": vote.dropped} if is_debian else {"order": found, "dropped": []}
    vote.known["count"] = {"kind": "pairs", "candidates": vote.codes, "matrix": matrix} | ends
    vote.known["lot"] = vote.lot
    return [code for code in found[: vote.seats] if code != vote.default]


if __name__ == "__main__":
    recount.main({"schulze": winners, "debian": winners})

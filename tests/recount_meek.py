"""Meek's method by the reference rule of the Proportional Representation Foundation.

python3 recount_meek.py FILE: checks an exported vote as recount.py does, then counts its rankings.
Nine decimals as whole numbers; what is kept and the keep factors are rounded up.
"""
import math
from fractions import Fraction

import recount

ONE = 10**9
OMEGA = ONE // 10**6


def up(number, divisor):
    return -(-number // divisor)


def count(vote):
    """The elected, in the order of election. `vote.ballots` are (number of ballots, ranking)."""
    hopeful, elected = set(vote.codes), []
    keep = dict.fromkeys(vote.codes, ONE)

    def give_out():
        votes = dict.fromkeys(vote.codes, 0)
        for number, ranking in vote.ballots:
            weight = ONE
            for code in ranking:
                kept = up(weight * keep[code], ONE)
                votes[code] += kept * number
                weight -= kept
                if weight <= 0:
                    break
        return votes, sum(votes.values()) // (vote.seats + 1) + 1

    def by_votes(codes, votes):
        return sorted(codes, key=lambda code: (-votes[code], vote.lot.index(code)))

    votes = dict.fromkeys(vote.codes, 0)
    while len(elected) < vote.seats and len(hopeful) > vote.seats - len(elected):
        surplus = None
        while True:
            votes, quota = give_out()
            reached = by_votes([code for code in hopeful if votes[code] >= quota], votes)
            if reached:
                hopeful.difference_update(reached)
                elected.extend(reached)
                break
            before = surplus
            surplus = max(0, sum(votes[code] - quota for code in elected))
            if surplus < OMEGA or (before is not None and surplus >= before):
                fewest = min(votes[code] for code in hopeful)
                tied = [code for code in hopeful if votes[code] <= fewest + surplus]
                out = min(tied, key=vote.lot.index)
                hopeful.remove(out)
                keep[out] = 0
                break
            for code in elected:
                keep[code] = up(up(keep[code] * quota, ONE) * ONE, votes[code])
    return elected + by_votes(hopeful, votes)[: vote.seats - len(elected)]


def read(vote):
    """The ballots of an exported vote, as whole ones: caps may break a vote, and no ballot is."""
    unit = math.lcm(*(Fraction(votes).denominator for _, votes in vote.said))
    vote.ballots = [(int(votes * unit), choice["ranking"]) for choice, votes in vote.said]
    return vote


if __name__ == "__main__":
    recount.main({"meek": lambda vote: count(read(vote))})

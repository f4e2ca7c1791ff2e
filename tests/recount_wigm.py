"""Weighted inclusive Gregory method in exact fractions: nothing is rounded, quota V / (s + 1).

python3 recount_wigm.py FILE: checks an exported vote as recount.py does, then counts its rankings.
Written apart from recount_stv.py: every stage is worked out anew from what each ballot is worth.
"""
import math
from fractions import Fraction

import recount


def count(vote):
    """The elected, in the order of election. `vote.ballots` are (number of ballots, ranking)."""
    ballots = [[number, Fraction(1), list(ranking)] for number, ranking in vote.ballots if ranking]
    quota = Fraction(sum(number for number, _, _ in ballots), vote.seats + 1)
    left, elected, waiting, history = set(vote.codes), [], [], []
    kept = {}  # What the elected keep once their surplus has passed on.

    def holder(ballot):
        return ballot[2][0] if ballot[2] else None

    def skip_the_gone(moved):
        for ballot in moved:
            while ballot[2] and ballot[2][0] not in left:
                ballot[2].pop(0)

    def votes_now():
        votes = {code: kept.get(code, Fraction(0)) for code in vote.codes}
        for ballot in ballots:
            if holder(ballot) is not None:
                votes[holder(ballot)] += ballot[0] * ballot[1]
        return votes

    def by_votes(codes, votes):
        return sorted(codes, key=lambda code: (-votes[code], vote.lot.index(code)))

    def choose(among, end):
        tied = set(among)
        for votes in reversed(history):
            best = end(votes[code] for code in tied)
            tied = {code for code in tied if votes[code] == best}
        return min(tied, key=vote.lot.index)

    while True:
        votes = votes_now()
        history.append(votes)
        for code in by_votes(left, votes):
            if votes[code] > quota:
                left.remove(code)
                elected.append(code)
                waiting.append(code)
        places = vote.seats - len(elected)
        if places <= 0 or len(left) <= places:
            return (elected + by_votes(left, votes))[: vote.seats]
        if waiting:
            code = choose(waiting, max)
            waiting.remove(code)
            worth = (votes[code] - quota) / votes[code]
            kept[code] = quota
        else:
            code = choose(left, min)
            left.remove(code)
            worth = Fraction(1)
        moved = [ballot for ballot in ballots if holder(ballot) == code]
        for ballot in moved:
            ballot[1] *= worth
        skip_the_gone(moved)


def read(vote):
    """The ballots of an exported vote, as whole ones: caps may break a vote, and no ballot is."""
    unit = math.lcm(*(Fraction(votes).denominator for _, votes in vote.said))
    vote.ballots = [(int(votes * unit), choice["ranking"]) for choice, votes in vote.said]
    return vote


if __name__ == "__main__":
    recount.main({"wigm": lambda vote: count(read(vote))})

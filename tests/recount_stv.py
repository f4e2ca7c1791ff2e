"""Scottish transferable votes (SSI 2007/42, art. 45-52), and instant run-off as one seat of them.

python3 recount_stv.py FILE: checks an exported vote as recount.py does, then counts its rankings.
Votes are whole numbers in units of 1/100,000; what a division cuts off is lost, as the law says.
"""
import math
from fractions import Fraction

import recount

UNIT = 100_000


def count(vote):
    """The elected, in the order of election. `vote.ballots` are (number of ballots, ranking)."""
    return Count(vote).run()


class Count:
    def __init__(self, vote):
        self.seats, self.lot = vote.seats, vote.lot
        self.left = set(vote.codes)
        self.elected, self.waiting, self.history = [], [], []
        # What lies with each candidate: [how many papers, what each is worth, whom they rank].
        self.piles = {code: [] for code in vote.codes}
        self.votes = dict.fromkeys(vote.codes, 0)
        self.valid = 0
        for number, ranking in vote.ballots:
            if ranking:
                self.valid += number
                self.give(number, UNIT, ranking)
        self.quota = (self.valid // (self.seats + 1) + 1) * UNIT

    def give(self, number, value, ranking):
        """Lays papers with the first they rank of those who are still in."""
        to = next((code for code in ranking if code in self.left), None)
        if to is not None:
            self.piles[to].append((number, value, ranking))
            self.votes[to] += number * value

    def run(self):
        self.end_of_stage()
        while len(self.elected) < self.seats and len(self.left) > self.seats - len(self.elected):
            if self.waiting:
                self.pass_surplus(self.choose(self.waiting, max))
            else:
                self.exclude(self.choose(self.left, min))
            self.end_of_stage()
        return (self.elected + self.by_votes(self.left))[: self.seats]

    def end_of_stage(self):
        for code in self.by_votes(self.left):
            if self.votes[code] >= self.quota:
                self.left.remove(code)
                self.elected.append(code)
                if self.votes[code] > self.quota:
                    self.waiting.append(code)
        self.history.append(dict(self.votes))

    def by_votes(self, codes):
        return sorted(codes, key=lambda code: (-self.votes[code], self.lot.index(code)))

    def choose(self, among, end):
        """At the end of the votes; else of the latest stage that differs; else by lot."""
        tied = set(among)
        for votes in reversed(self.history):
            best = end(votes[code] for code in tied)
            tied = {code for code in tied if votes[code] == best}
        return min(tied, key=self.lot.index)

    def pass_surplus(self, code):
        self.waiting.remove(code)
        votes = self.votes[code]
        surplus = votes - self.quota
        papers, self.piles[code] = self.piles[code], []
        self.votes[code] = self.quota
        for number, value, ranking in papers:
            self.give(number, value * surplus // votes, ranking)

    def exclude(self, code):
        self.left.remove(code)
        papers, self.piles[code] = self.piles[code], []
        self.votes[code] = 0
        for number, value, ranking in papers:
            self.give(number, value, ranking)


def read(vote):
    """The ballots of an exported vote, as whole ones: caps may break a vote, and no ballot is."""
    unit = math.lcm(*(Fraction(votes).denominator for _, votes in vote.said))
    vote.ballots = [(int(votes * unit), choice["ranking"]) for choice, votes in vote.said]
    return vote


if __name__ == "__main__":
    recount.main(dict.fromkeys(("scottish", "irv"), lambda vote: count(read(vote))))

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
        self.left, self.votes = set(vote.codes), dict.fromkeys(vote.codes, 0)
        self.elected, self.waiting, self.history, self.stages = [], [], [], []
        # What lies with each candidate: [how many papers, what each is worth, whom they rank].
        self.piles = {code: [] for code in vote.codes}
        for number, ranking in vote.ballots:
            self.give(number, UNIT, ranking)
        self.valid = sum(number for number, ranking in vote.ballots if ranking)
        self.quota = (self.valid // (self.seats + 1) + 1) * UNIT

    def give(self, number, value, ranking):
        """Lays papers with the first they rank of those who are still in."""
        for to in [code for code in ranking if code in self.left][:1]:
            self.piles[to].append((number, value, ranking))
            self.votes[to] += number * value

    def run(self):
        self.end_of_stage("first preferences", None)
        while len(self.elected) < self.seats and len(self.left) > self.seats - len(self.elected):
            if self.waiting:
                self.pass_surplus(code := self.choose(self.waiting, max))
            else:
                self.exclude(code := self.choose(self.left, min))
            self.end_of_stage("exclude" if code not in self.elected else "surplus", code)
        # Who fills the last vacancies is elected at no stage (art. 51).
        return self.elected + self.by_votes(self.left)[: self.seats - len(self.elected)]

    def end_of_stage(self, action, candidate):
        reached = [code for code in self.by_votes(self.left) if self.votes[code] >= self.quota]
        self.left -= set(reached)
        self.elected += reached
        self.waiting += [code for code in reached if self.votes[code] > self.quota]
        self.history.append(dict(self.votes))
        votes = [str(Fraction(some, UNIT)) for some in self.votes.values()]
        lost = str(self.valid - Fraction(sum(self.votes.values()), UNIT))
        stage = {"action": action, "candidate": candidate, "votes": votes, "nonTransferable": lost}
        self.stages.append(stage | {"elected": reached})

    def by_votes(self, codes):
        return sorted(codes, key=lambda code: (-self.votes[code], self.lot.index(code)))

    def choose(self, among, end):
        """At the end of the votes; else of the latest stage that differs; else by lot."""
        for votes in reversed(self.history):
            best = end(votes[code] for code in among)
            among = [code for code in among if votes[code] == best]
        return min(among, key=self.lot.index)

    def pass_surplus(self, code):
        self.waiting.remove(code)
        votes, self.votes[code] = self.votes[code], self.quota
        for number, value, ranking in self.piles.pop(code):
            self.give(number, value * (votes - self.quota) // votes, ranking)

    def exclude(self, code):
        self.left.remove(code)
        self.votes[code] = 0
        for paper in self.piles.pop(code):
            self.give(*paper)


def read(vote):
    """The ballots of an exported vote, as whole ones: caps may break a vote, and no ballot is."""
    unit = math.lcm(*(Fraction(votes).denominator for _, votes in vote.said))
    vote.ballots = [(int(votes * unit), choice["ranking"]) for choice, votes in vote.said]
    return vote


def winners(vote):
    """Who is elected, with all that the market says of such a count."""
    box = Count(read(vote))
    elected, said = box.run(), {"quota": str(Fraction(box.quota, UNIT)), "stages": box.stages}
    said |= {"candidates": vote.codes, "valid": box.valid}
    vote.known["count"] = said | {"kind": "transfers"}
    vote.known["lot"] = [code for code in vote.lot if code in vote.codes]
    return elected if box.valid else []


if __name__ == "__main__":
    recount.main({"scottish": winners, "irv": winners})

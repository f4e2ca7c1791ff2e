"""Yes or no by colleges (loi 47-1775, art. 19 octies): classes that weigh as the statute says.

python3 recount_colleges.py FILE: checks an exported vote as recount.py does, then splits the
weight of each college by what its members said. Within a college everybody has one vote.
"""
from fractions import Fraction

import recount

WORDS = ("yes", "no", "abstain")


def count(vote):
    """Whether it passes, the quorum aside. Ballots have a class; colleges a code and a weight."""
    written = vote.policy["votes"]["colleges"]
    colleges = [college | heads_of(college, vote.ballots) for college in written]
    spoken = [one for one in colleges if one["yes"] + one["no"] > 0]
    # Who was silent loses the weight, or leaves it to the others in proportion to theirs.
    is_lost = vote.policy["votes"]["empty"] == "lost"
    whole = sum(Fraction(one["weight"]) for one in (colleges if is_lost else spoken))
    sides = {word: sum(part_of(one, word, whole) for one in spoken) for word in ("yes", "no")}
    said = sides["yes"] + sides["no"]
    needed = Fraction(vote.needed["share"]) * (1 if vote.needed["base"] == "electorate" else said)
    is_strict = vote.needed["isStrict"]
    vote.known["count"] = {
        "kind": "colleges",
        "yes": str(sides["yes"]),
        "no": str(sides["no"]),
        "needed": str(needed),
        "isTied": vote.has and said > 0 and is_strict and sides["yes"] == needed,
        "colleges": colleges,
    }
    reached = sides["yes"] > needed if is_strict else sides["yes"] >= needed
    return said > 0 and reached


def heads_of(college, ballots):
    own = [one["choice"]["vote"] for one in ballots if one["class"] == college["code"]]
    return {word: own.count(word) for word in WORDS}


def part_of(college, word, whole):
    heads = college["yes"] + college["no"]
    return Fraction(college["weight"]) / whole * college[word] / heads


if __name__ == "__main__":
    recount.main({"colleges": count})

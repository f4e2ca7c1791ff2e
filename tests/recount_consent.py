"""Consent: it passes where somebody consents and no reasoned objection stands.

python3 recount_consent.py FILE: checks an exported vote as recount.py does, then looks for
objections. Weights mean nothing here: one objection is enough, and a blank ballot is presence.
"""
import recount


def count(vote):
    """Whether it passes, the quorum aside. `vote.ballots` are those that count."""
    said = [ballot["choice"]["vote"] for ballot in vote.ballots]
    objections = [
        {"ballot": ballot.get("tracker", ballot.get("mark")), "reason": ballot["choice"]["reason"]}
        for ballot in vote.ballots
        if ballot["choice"]["vote"] == "objection"
    ]
    vote.known["count"] = {
        "kind": "consent",
        "consents": said.count("consent"),
        "abstentions": said.count("abstain"),
        "objections": sorted(objections, key=lambda one: one["ballot"]),
    }
    return said.count("consent") > 0 and not objections


if __name__ == "__main__":
    recount.main({"consent": count})

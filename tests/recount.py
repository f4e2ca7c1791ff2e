"""python3 recount.py FILE recounts an exported vote (docs/verify.md), or names the first bad entry.
Colleges, consent, rankings, budgets: by the scripts beside it, which do all of this first."""
import hashlib, json, sys
from fractions import Fraction
from types import SimpleNamespace
def need(holds, entry, fault): holds or sys.exit(f"{entry}: {fault}")
def sha(text): return hashlib.sha256(text.encode("utf-8")).hexdigest()
def says(entry, row, *without, **more):
    said = {key: row[key] for key in row if key not in ("digest", *without)} | more
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    need(row.get("digest") == sha(text), entry, "does not say what its digest says")
def open_box(vote):  # Checks digests, rights and seals; gives what counts, and who may vote.
    call, policy, boxed = vote["call"], vote["policy"]["policy"], vote["receipts"] + vote["ballots"]
    place, rows, used = {"proposal": call["proposal"], "call": call["number"]}, {}, {}
    trust, last, root = {one["giver"]: one["holder"] for one in vote["proxies"]}, 0, "0" * 64
    says("policy", vote["policy"])
    says("text", vote["proposal"]["text"] | {"digest": call["textDigest"]})
    says("call", call, "quorumAt", "extendedTo")
    for n, row in enumerate(vote["electorate"], 1):
        says(f"electorate row {n}", row, "member", "salt")
        who = row.get("member", row["handle"])
        known = row["handle"] in (who, sha(f"{row.get('salt')}|{who}"))
        need(known and who not in rows, f"electorate row {n}", "is somebody else's")
        rows[who] = row
    whole = sha("".join(sorted(row["digest"] for row in rows.values()))) == call["electorateRoot"]
    need(whole, "electorate", "is not the one of the notice")
    for n, (giver, holder) in enumerate(trust.items(), 1):
        may = rows[giver]["reason"] == rows[holder]["reason"] == "" and rows[holder]["mayHold"]
        held = list(trust.values()).count(holder) <= policy["mostProxies"]
        need(may and held and holder not in trust, f"proxy {n}", "is of somebody who may not")
    for n, ballot in enumerate(vote["ballots"], 1):
        says(f"ballot {n}", ballot, "number", **place)
        who, by = ballot.get("member", ballot.get("mark")), ballot.get("by")
        may, old = n <= (vote["voted"] or 0) and who not in used, used.get(who)
        if call["secrecy"] == "open":
            may = rows.get(who, {}).get("reason") == "" and by in (who, trust.get(who))
            may &= call["opensAt"] <= ballot["castAt"] < (call["extendedTo"] or call["closesAt"])
        need(may, f"ballot {n}", "is of somebody who may not vote, or not then")
        if not old or (by == who) == (old["by"] == who) or by == who and policy["ownBeatsProxy"]:
            used[who] = rows.get(who, {}) | ballot
    for n, receipt in enumerate(vote["receipts"], 1): says(f"receipt {n}", receipt, **place)
    for n, seal in enumerate(vote["seals"], 1):
        digests = "".join(row["digest"] for row in boxed[last : seal["to"]])
        follows = (seal["number"], seal["from"], seal["previous"]) == (n, last + 1, root)
        need(follows and seal["root"] == sha(digests), f"seal {n}", "does not hold")
        says(f"seal {n}", seal)
        last, root = seal["to"], seal["digest"]
    need((last, root) == (len(boxed), vote["tally"]["seed"]), "seals", "do not cover all")
    eligible = {who: row for who, row in rows.items() if row["reason"] == ""}
    quiet = [eligible[who] for who in set(vote["silent"]) & eligible.keys() - used.keys()]
    return list(used.values()), quiet, list(eligible.values())
def capped(rows):  # By exchange a tenth each and a third together; who finances a third together.
    votes = [Fraction("/".join(w) if type(w := row["weight"]) is list else w) for row in rows]
    by = lambda *bases: [n for n, row in enumerate(rows) if row["basis"] in bases]
    raw = sorted((votes[n] for n in by("exchange")), reverse=True)
    heads, level, k = sum(votes[n] for n in by("head", "legal-person")), 1, 0
    while k < len(raw) and raw[k] * (10 - k) > heads + sum(raw[k:]): k += 1
    cap = (heads + sum(raw[k:])) / Fraction(10 - k)
    if heads and sum(min(one, cap) for one in raw) > heads / 2:
        cap, k = heads * Fraction(3, 20), 0
        while (level := (heads / 2 - k * cap) / sum(raw[k:])) * raw[k] > cap: k += 1
    for n in by("exchange"): votes[n] = min(votes[n] * level, cap) if heads or len(raw) > 10 else 1
    whole, wanted = sum(votes), sum(votes[n] for n in by("financing"))
    for n in by("financing"): votes[n] *= min(1, (whole - wanted) / 2 / wanted)
    return votes
def count(vote, ballots, quiet, eligible, methods):  # As much of the result as is known here.
    policy, text, nth = vote["policy"]["policy"], vote["proposal"]["text"], vote["call"]["round"]
    codes, rule = [one["code"] for one in text["options"]], policy["calls"][:nth][-1]
    needed, quorum, seats = rule["threshold"], rule["quorum"], policy["seats"]
    method = "colleges" if policy["votes"]["kind"] == "colleges" else policy["method"]
    rolls = {"electorate": capped(eligible), "present": capped(ballots + quiet)}
    known = {of: {"members": len(roll), "votes": str(sum(roll))} for of, roll in rolls.items()}
    known |= {"round": nth, "replaced": len(vote["ballots"]) - len(ballots), "passedOver": []}
    said = [(ballot["choice"], votes) for ballot, votes in zip(ballots, rolls["present"])]
    of = lambda take: sum(votes * take(choice) for choice, votes in said)
    base = {of: sum(roll) for of, roll in rolls.items()}
    base["cast"] = of(lambda choice: choice.get("vote") != "abstain" and any(choice.values()))
    ask = lambda own, of, to: (own - of * Fraction(to["share"]), not to["isStrict"]) > (0, False)
    has = known["hasQuorum"] = not quorum or ask(base[quorum["of"]], base["electorate"], quorum)
    passes = lambda votes: ask(votes, base[needed["base"]], needed)
    lot = sorted(codes + ["as-it-is"], key=lambda code: sha(f"{vote['tally']['seed']}|{code}"))
    found = methods.get(method, lambda vote: None)(SimpleNamespace(**locals()))
    if method == "majority": found = base["cast"] > 0 and passes(of(lambda c: c["vote"] == "yes"))
    if method in ("approval", "score"):
        points = lambda c, one: c["scores"].get(one, 0) if "scores" in c else one in c["approved"]
        votes = {code: of(lambda one: points(one, code)) for code in codes}
        best = sorted(codes, key=lambda code: (-votes[code], lot.index(code)))[:seats]
        found = [c for c in best if votes[c] > 0 and (method == "score" or passes(votes[c]))]
    if found is None: return known
    return known | {"passes": has and bool(found), "winners": found if type(found) is list else []}
def main(methods, tokens=lambda vote: {}):
    try:
        vote = json.load(open(sys.argv[1], encoding="utf-8"))
        known, told = count(vote, *open_box(vote), methods) | tokens(vote), vote["tally"]["result"]
        for k, one in known.items(): need(told.get(k) == one, "tally", f"the ballots say {k} {one}")
        says("document", vote, "electorate", "receipts", "ballots")
    except Exception as error: need(False, "file", f"is no export of a vote: {error!r}")
    left = (told.keys() | vote["call"].keys() & {"tokenKey"}) - known.keys()
    print("everything holds; not checked:", ", ".join(sorted(left)))
if __name__ == "__main__": main({})

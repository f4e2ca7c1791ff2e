"""Votes with blind tokens (RFC 9474): whether the key of the notice signed a token for each ballot.

python3 recount_blind.py FILE: checks and counts an exported vote as the script of its method does,
then that each receipt has a token which the key of the notice signed, and that no more are there
than members who were given one, each of whom may vote.
"""
import hashlib

import recount
import recount_condorcet
import recount_consent
import recount_meek
import recount_shares
import recount_stv
import recount_wigm

HASH, SALT = 48, 48


def sha384(data):
    return hashlib.sha384(data).digest()


def masked(block, seed):  # MGF1 (RFC 8017, B.2.1)
    blocks = range(-(-len(block) // HASH))
    mask = b"".join(sha384(seed + number.to_bytes(4, "big")) for number in blocks)
    return bytes(one ^ other for one, other in zip(block, mask))


def is_signed(modulus, prefix, text, signature):  # RSASSA-PSS-VERIFY (RFC 8017, 8.1.2)
    key, length = int(modulus, 16), len(modulus) // 2
    signed = int(signature, 16)
    if len(signature) != len(modulus) or signed >= key:
        return False
    encoded = pow(signed, 65537, key).to_bytes(length, "big")
    block, seed, end = encoded[: -HASH - 1], encoded[-HASH - 1 : -1], encoded[-1]
    plain = masked(block, seed)
    plain = bytes([plain[0] & 0x7F]) + plain[1:]
    padding, salt = plain[:-SALT], plain[-SALT:]
    whole = bytes(8) + sha384(bytes.fromhex(prefix) + text.encode()) + salt
    is_padded = padding == bytes(len(padding) - 1) + b"\x01"
    return end == 0xBC and encoded[0] < 0x80 and is_padded and sha384(whole) == seed


def tokens(vote):
    call, given = vote["call"], vote["given"]
    recount.need(call["secrecy"] == "blind", "call", "is of a vote without tokens")
    may = {row["digest"] for row in vote["electorate"] if row["reason"] == ""}
    recount.need(given == sorted(set(given)), "given", "has somebody twice, or out of order")
    recount.need(may.issuperset(given), "given", "has somebody who may not vote")
    recount.need(len(given) == vote["voted"], "voted", "is not how many were given a token")
    for n, receipt in enumerate(vote["receipts"], 1):
        text = f"{call['proposal']}|{call['number']}|{receipt['tracker']}"
        token = receipt.get("token") or {"prefix": "", "signature": "0"}
        signed = is_signed(call["tokenKey"], token["prefix"], text, token["signature"])
        recount.need(signed, f"receipt {n}", "has no token that the key of the vote signed")
    recount.need(len(vote["receipts"]) <= len(given), "given", "is fewer than there are receipts")
    return {"tokenKey": None}


def by(script):
    return lambda vote: script.count(script.read(vote))


def changed(vote):
    said = recount_condorcet.read(vote)
    return [code for code in recount_condorcet.debian(said) if code != said.default]


METHODS = {
    "consent": recount_consent.count,
    "scottish": by(recount_stv),
    "irv": by(recount_stv),
    "wigm": by(recount_wigm),
    "meek": by(recount_meek),
    "schulze": lambda vote: recount_condorcet.schulze(recount_condorcet.read(vote)),
    "debian": changed,
    "equal-shares": by(recount_shares),
}

if __name__ == "__main__":
    recount.main(METHODS, tokens)

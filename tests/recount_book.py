"""python3 recount_book.py FILE checks an exported members' book, its entries or the movements of
shares (docs/members.md), or names the first bad entry. Parts stand in a list or line by line."""
import hashlib, json, sys
def need(holds, entry, fault): holds or sys.exit(f"{entry}: {fault}")
def sha(text): return hashlib.sha256(text.encode("utf-8")).hexdigest()
def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
def says(entry, row, *without):
    said = {key: row[key] for key in row if key not in ("digest", *without)}
    need(row.get("digest") == sha(canonical(said)), entry, "does not say what its digest says")
def seals(parts, rows):
    last, root = 0, "0" * 64
    for n, seal in enumerate(parts, 1):
        digests = "".join(row["digest"] for row in rows[last : seal["to"]])
        follows = (seal["number"], seal["from"], seal["previous"]) == (n, last + 1, root)
        covers = seal["to"] <= len(rows) and seal["root"] == sha(digests)
        need(follows and covers, f"seal {n}", "does not hold")
        says(f"seal {n}", seal)
        last, root = seal["to"], seal["digest"]
    return f"{len(parts)} seals, {len(rows) - last} rows not sealed yet"
def chain(rows, name):  # Each row in its place, whole, and after the last one about its member.
    last = {}
    for n, row in enumerate(rows, 1):
        need(row["id"] == n, f"{name} {n}", "is missing, or stands elsewhere")
        says(f"{name} {n}", row, "id")
        follows = row["number"] == last.get(row["memberId"], 0) + 1
        need(follows, f"{name} {n}", "does not follow the last one of its member")
        last[row["memberId"]] = row["number"]
def entries(rows):
    chain(rows, "entry")
    numbers = set()
    for n, row in enumerate(rows, 1):
        first = row["number"] == 1
        applied = (row["kind"] == "applied") == first
        need(applied, f"entry {n}", "is about somebody who did not apply")
        if row["kind"] == "admitted":
            number = json.loads(row["detail"]).get("bookNo")
            new = number and number not in numbers
            need(new, f"entry {n}", f"gives number {number} a second time")
            numbers.add(number)
    return f"{len(rows)} entries, {len(numbers)} numbers in the book"
def movements(rows):
    chain(rows, "movement")
    sums = ("shares", "subscribed", "paid", "contributed", "owed")
    held, given = {}, None
    for n, row in enumerate(rows, 1):
        now = held.setdefault(row["memberId"], dict.fromkeys(sums, 0))
        for what in sums: now[what] += row[what]
        enough = min(now.values()) >= 0 and now["paid"] <= now["subscribed"]
        need(enough, f"movement {n}", "takes more than is held")
        plan = json.loads(row["plan"])
        due = sum(amount for _, amount in plan) - row["subscribed"] + row["paid"]
        need(not plan or due == 0, f"movement {n}", "has other instalments")
        got = row["kind"] == "transferred-in"
        same = given and all(given[what] == -row[what] for what in ("shares", "subscribed"))
        need(bool(given) == got, f"movement {n}", "is not what was given")
        same = same and given["txRef"] == row["txRef"]
        need(same or not got, f"movement {n}", "is not what was given")
        given = row if row["kind"] == "transferred-out" else None
    need(not given, f"movement {len(rows)}", "goes to nobody")
    total = {what: sum(one[what] for one in held.values()) for what in sums}
    return f"{len(rows)} movements, {total['shares']} shares, {total['paid']} cents paid in"
def book(document):
    for n, line in enumerate(document["members"], 1):
        says(f"line {n}", line)
        need(line["bookNo"] == n, f"line {n}", f"has number {line['bookNo']} in the book")
    digest = sha("".join(line["digest"] for line in document["members"]))
    need(document["digest"] == digest, "digest", "is not that of what it holds")
    said = {"kind": "members-book", "madeAt": document["madeAt"], "digest": digest}
    whole = document["documentDigest"] == sha(canonical(said))
    need(whole, "documentDigest", "is not that of what it holds")
    return f"{len(document['members'])} members"
def main(file):
    text = open(file, encoding="utf-8").read()
    try: read = json.loads(text)
    except ValueError: read = [json.loads(line) for line in text.splitlines() if line.strip()]
    parts = read if isinstance(read, list) else [read]
    kind, fields = parts[0]["kind"], {"members": "entries", "shares": "movements"}
    if kind == "members-book":
        fields = {"kind", "madeAt", "members", "digest", "documentDigest"}
        need(set(parts[0]) == fields, "file", "says something else")
        return book(parts[0])
    need(kind in fields, "file", "is no export of a members' book")
    same = all((part["kind"], part["upTo"]) == (kind, parts[0]["upTo"]) for part in parts)
    need(same, "file", "has parts of several exports")
    rows = []
    for n, part in enumerate(parts, 1):
        keys = {"kind", "upTo", fields[kind], "seals", "next"}
        need(set(part) == keys, f"part {n}", "says something else")
        rows += part[fields[kind]]
        after = f"{part['upTo']}.{len(rows)}" if len(rows) < part["upTo"] else None
        need(part["next"] == after, f"part {n}", "leads elsewhere")
    found = entries(rows) if kind == "members" else movements(rows)
    need(len(rows) == parts[0]["upTo"], f"row {len(rows) + 1}", "is missing")
    sealed = [seal for part in parts for seal in part["seals"]]
    need(all(seal["chain"] == kind for seal in sealed), "seals", "are of another chain")
    return found + ", " + seals(sealed, rows)
if __name__ == "__main__":
    try: print("everything holds:", main(sys.argv[1]))
    except (KeyError, TypeError, ValueError, AttributeError) as fault: sys.exit(f"file: {fault!r}")

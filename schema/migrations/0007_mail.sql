-- Why: a letter has a life of its own after the outbox. It is accepted, delivered, sent back or
-- called unwanted, and people have to see which. Its address and words are personal: they are
-- here alone, and can be erased while the row stays.

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  -- The key of its row in the outbox: the same letter, however often it is handed over.
  key TEXT NOT NULL UNIQUE CONSTRAINT letter_key_sized CHECK (length(key) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CONSTRAINT letter_kind_sized CHECK (length(kind) BETWEEN 1 AND 40),
  -- NULL once it is erased. Two spellings of one address agree.
  recipient TEXT COLLATE NOCASE
    CONSTRAINT letter_recipient_sized CHECK (length(recipient) BETWEEN 1 AND 254),
  -- What it says, without any secret: NULL once it need not be sent again.
  words TEXT CONSTRAINT letter_words_json CHECK (json_valid(words)),
  state TEXT NOT NULL CONSTRAINT letter_state_known CHECK (
    state IN ('queued', 'withheld', 'refused', 'sent', 'delivered', 'bounced', 'complained')
  ),
  state_at INTEGER NOT NULL CONSTRAINT letter_state_at_instant CHECK (state_at >= 0),
  -- Why it is in this state, in the carrier's own words.
  reason TEXT CONSTRAINT letter_reason_sized CHECK (length(reason) BETWEEN 1 AND 500),
  -- The carrier's name for it.
  carrier_id TEXT UNIQUE
    CONSTRAINT letter_carrier_id_sized CHECK (length(carrier_id) BETWEEN 1 AND 200),
  queued_at INTEGER NOT NULL CONSTRAINT letter_queued_at_instant CHECK (queued_at >= 0),
  -- The letter that it is sent again for.
  repeats INTEGER REFERENCES letter (id),
  CONSTRAINT letter_queued_can_be_sent CHECK (
    state <> 'queued' OR (recipient IS NOT NULL AND words IS NOT NULL)
  )
) STRICT;
CREATE INDEX letter_by_state ON letter (state, id);
CREATE INDEX letter_by_recipient ON letter (recipient, state);
CREATE INDEX letter_repeated ON letter (repeats) WHERE repeats IS NOT NULL;
CREATE INDEX letter_with_words ON letter (state_at) WHERE words IS NOT NULL AND state <> 'queued';
CREATE INDEX letter_with_recipient ON letter (queued_at)
  WHERE recipient IS NOT NULL AND state <> 'queued';

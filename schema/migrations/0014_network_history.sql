-- Why: what the network says of itself binds it towards everybody, so it has to be seen later who
-- changed it, when, and what it said before.

-- Each change of one thing that the network says, in the order in which they came.
CREATE TABLE network_change (
  number INTEGER PRIMARY KEY CONSTRAINT network_change_counts_from_one CHECK (number >= 1),
  field TEXT NOT NULL CONSTRAINT network_change_field_known
    CHECK (field IN (
      'name', 'contact_email', 'legal_name', 'tax_code', 'seat', 'vat_number', 'rea_number',
      'coop_register_number', 'certified_email', 'phone', 'iban'
    )),
  said_before TEXT,
  says_now TEXT,
  changed_at INTEGER NOT NULL CONSTRAINT network_change_at_instant CHECK (changed_at >= 0),
  changed_by TEXT NOT NULL
    CONSTRAINT network_change_by_someone CHECK (length(changed_by) BETWEEN 1 AND 120),
  CONSTRAINT network_change_changes CHECK (said_before IS NOT says_now)
) STRICT;
-- A number is taken once, also by who would replace a row: two changes at once are two decisions.
CREATE TRIGGER network_change_follows BEFORE INSERT ON network_change BEGIN
  SELECT raise(abort, 'refused:network-changed') WHERE EXISTS (
    SELECT 1 FROM network_change WHERE number >= NEW.number
  );
END;
CREATE TRIGGER network_change_stays BEFORE UPDATE ON network_change BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;
CREATE TRIGGER network_change_remains BEFORE DELETE ON network_change BEGIN
  SELECT raise(abort, 'refused:history-fixed');
END;

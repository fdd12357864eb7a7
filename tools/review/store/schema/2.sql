-- Version 2: disagreements are settled, and a flag's anchor is found at once.

-- What reviewers agreed on in the end. The last row of a flag stands; one
-- without a decision takes the settlement back. Rows are only ever added.
CREATE TABLE settlements (
  settlement INTEGER PRIMARY KEY AUTOINCREMENT,
  flag INTEGER NOT NULL REFERENCES flags (flag),
  divergence INTEGER NOT NULL REFERENCES divergences (divergence),
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),  -- who settled it
  time TEXT NOT NULL,
  decision TEXT CHECK (decision IN ('confirmed', 'dismissed', 'unsure')),
  reason TEXT NOT NULL CHECK (reason IN ('', 'wrong-alignment',
    'not-a-difference', 'wrong-kind', 'trivial', 'other')),
  changed_kind TEXT NOT NULL,
  note TEXT NOT NULL,
  CHECK (reason = '' OR decision = 'dismissed')
) STRICT;
CREATE INDEX settlements_of_flag ON settlements (flag);

CREATE TRIGGER settlements_keep_rows BEFORE UPDATE ON settlements
BEGIN SELECT RAISE(ABORT, 'settlements are history: a row never changes'); END;
CREATE TRIGGER settlements_keep_all BEFORE DELETE ON settlements
BEGIN SELECT RAISE(ABORT, 'settlements are history: a row is never deleted');
END;
CREATE TRIGGER settlements_keep_ids BEFORE INSERT ON settlements
WHEN EXISTS (SELECT 1 FROM settlements WHERE settlement = NEW.settlement)
BEGIN SELECT RAISE(ABORT, 'settlements are history: a row is never replaced');
END;

CREATE TRIGGER added_flags_keep_ids BEFORE INSERT ON added_flags
WHEN EXISTS (SELECT 1 FROM added_flags WHERE flag = NEW.flag)
BEGIN SELECT RAISE(ABORT, 'added flags are history: a row is never replaced');
END;

CREATE INDEX flags_by_anchor ON flags (pair, anchor);

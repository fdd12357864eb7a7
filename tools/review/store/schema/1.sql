-- Version 1 of a case. Migrations only go forward: this file never changes once
-- a case of this version may exist.

-- What the case says of itself: created (RFC 3339 UTC), created_by (the version
-- of the program).
CREATE TABLE case_facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The bytes that articles were read from, as they were on disk; of a JSONL file
-- the line without its line end.
CREATE TABLE sources (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  compression TEXT NOT NULL CHECK (compression IN ('none', 'zstd')),
  bytes BLOB NOT NULL
) STRICT;

-- An article as one reading of a source gave it. A later reading that differs
-- (a better reader, another option) is a row of its own.
CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  source TEXT NOT NULL REFERENCES sources (sha256),
  id TEXT NOT NULL,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  place TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  sentences TEXT NOT NULL,       -- JSON: [{"field","begin","end"}]
  residue TEXT NOT NULL,         -- JSON: the same with "reason"
  provenance TEXT NOT NULL,      -- JSON: as in Article JSON
  unknown_fields TEXT NOT NULL   -- JSON object, or ''
) STRICT;

-- Two sources that were compared.
CREATE TABLE pairs (
  pair INTEGER PRIMARY KEY,
  left_source TEXT NOT NULL REFERENCES sources (sha256),
  right_source TEXT NOT NULL REFERENCES sources (sha256),
  UNIQUE (left_source, right_source)
) STRICT;

-- A run of the program over a pair. The last run of a pair is the current one.
CREATE TABLE comparisons (
  comparison INTEGER PRIMARY KEY,
  pair INTEGER NOT NULL REFERENCES pairs (pair),
  run INTEGER NOT NULL CHECK (run >= 1),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),  -- of what the run gave
  left_article INTEGER NOT NULL REFERENCES articles (article),
  right_article INTEGER NOT NULL REFERENCES articles (article),
  same_event TEXT NOT NULL CHECK (same_event IN ('yes', 'partly', 'no')),
  same_event_confidence REAL NOT NULL,
  alignments TEXT NOT NULL,  -- JSON, as in rashomon.comparison/1
  unmatched TEXT NOT NULL,
  notes TEXT NOT NULL,
  versions TEXT NOT NULL,
  added TEXT NOT NULL,       -- RFC 3339 UTC
  UNIQUE (pair, run)
) STRICT;

-- One thing to decide. It stays the same flag in every run that gives its
-- fingerprint again; occurrence parts flags of one run that share it.
CREATE TABLE flags (
  flag INTEGER PRIMARY KEY,
  pair INTEGER NOT NULL REFERENCES pairs (pair),
  origin TEXT NOT NULL CHECK (origin IN ('engine', 'reviewer')),
  fingerprint TEXT NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence >= 0),
  anchor TEXT NOT NULL,
  reopens INTEGER REFERENCES flags (flag),  -- the flag whose anchor it has
  UNIQUE (pair, origin, fingerprint, occurrence)
) STRICT;

-- A flag as one run gave it, or as its reviewer drew it. Offsets are UTF-8
-- bytes.
CREATE TABLE divergences (
  divergence INTEGER PRIMARY KEY,
  comparison INTEGER NOT NULL REFERENCES comparisons (comparison),
  flag INTEGER NOT NULL REFERENCES flags (flag),
  rank INTEGER NOT NULL CHECK (rank >= 0),  -- from 1, best first; reviewer: 0
  kind TEXT NOT NULL,
  left_field TEXT CHECK (left_field IN ('title', 'text')),
  left_begin INTEGER,
  left_end INTEGER,
  left_quote TEXT,
  right_field TEXT CHECK (right_field IN ('title', 'text')),
  right_begin INTEGER,
  right_end INTEGER,
  right_quote TEXT,
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 3),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  triggers TEXT NOT NULL,  -- JSON: [string]
  explanation TEXT NOT NULL,
  nearest_side TEXT CHECK (nearest_side IN ('left', 'right')),
  nearest_field TEXT CHECK (nearest_field IN ('title', 'text')),
  nearest_begin INTEGER,
  nearest_end INTEGER,
  nearest_quote TEXT,
  nearest_score REAL,
  CHECK (left_quote IS NOT NULL OR right_quote IS NOT NULL),
  UNIQUE (comparison, flag)
) STRICT;
CREATE INDEX divergences_of_flag ON divergences (flag);

-- Who added a flag that the engine did not give.
CREATE TABLE added_flags (
  flag INTEGER PRIMARY KEY REFERENCES flags (flag),
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  time TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

-- The history of decisions. Rows are only ever added; an undo is a row.
CREATE TABLE verdicts (
  verdict INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL,  -- the first row of those decided at one stroke
  flag INTEGER NOT NULL REFERENCES flags (flag),
  divergence INTEGER NOT NULL REFERENCES divergences (divergence),  -- as shown
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  time TEXT NOT NULL,      -- RFC 3339 UTC
  decision TEXT CHECK (decision IN ('confirmed', 'dismissed', 'unsure')),
  reason TEXT NOT NULL CHECK (reason IN ('', 'wrong-alignment',
    'not-a-difference', 'wrong-kind', 'trivial', 'other')),
  changed_kind TEXT NOT NULL,  -- '' where the kind stands
  note TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES verdicts (verdict),
  CHECK ((decision IS NULL) = (undoes IS NOT NULL)),
  CHECK (reason = '' OR decision = 'dismissed')
) STRICT;
CREATE INDEX verdicts_of_flag ON verdicts (flag, reviewer);
CREATE INDEX verdicts_of_batch ON verdicts (batch);

CREATE TRIGGER verdicts_keep_rows BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are history: a row never changes'); END;
CREATE TRIGGER verdicts_keep_all BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are history: a row is never deleted'); END;
CREATE TRIGGER verdicts_keep_ids BEFORE INSERT ON verdicts
WHEN EXISTS (SELECT 1 FROM verdicts WHERE verdict = NEW.verdict)
BEGIN SELECT RAISE(ABORT, 'verdicts are history: a row is never replaced');
END;
CREATE TRIGGER added_flags_keep_rows BEFORE UPDATE ON added_flags
BEGIN SELECT RAISE(ABORT, 'added flags are history: a row never changes'); END;
CREATE TRIGGER added_flags_keep_all BEFORE DELETE ON added_flags
BEGIN SELECT RAISE(ABORT, 'added flags are history: a row is never deleted');
END;

-- The decision of each reviewer on each flag that stands: the last one that
-- was not taken back.
CREATE VIEW standing_verdicts AS
SELECT max(v.verdict) AS verdict, v.batch, v.flag, v.divergence, v.reviewer,
       v.time, v.decision, v.reason, v.changed_kind, v.note
FROM verdicts AS v
WHERE v.undoes IS NULL
  AND NOT EXISTS (SELECT 1 FROM verdicts AS u WHERE u.undoes = v.verdict)
GROUP BY v.flag, v.reviewer;

-- The last run of each pair.
CREATE VIEW current_comparisons AS
SELECT max(run) AS run, comparison, pair FROM comparisons GROUP BY pair;

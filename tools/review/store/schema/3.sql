-- Version 3: the anchor belongs to the form of a flag, not to the flag. A later
-- run may give the same fingerprint beside another sentence.
ALTER TABLE divergences ADD COLUMN anchor TEXT NOT NULL DEFAULT '';
UPDATE divergences
SET anchor = (SELECT f.anchor FROM flags AS f WHERE f.flag = divergences.flag);
DROP INDEX flags_by_anchor;
ALTER TABLE flags DROP COLUMN anchor;
CREATE INDEX divergences_by_anchor ON divergences (anchor);

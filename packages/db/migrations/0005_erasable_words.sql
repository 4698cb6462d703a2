-- A person may be erased, an audit entry may not. So the chain no longer runs over the words of an entry (`why` and
-- `body`) but over a salted digest of them: words and salt can go, the digest stays, and every other fact of the entry
-- is still held by its hash. Entries written before this keep theirs over the words.
CREATE FUNCTION audit_words(salt text, why text, body text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    salt, coalesce(to_json(why)::text, 'null'), body
  ), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION audit_seal(
  prev_hash text, agency_id uuid, seq bigint, at timestamptz, actor_id uuid,
  action text, subject_kind text, subject_id text, words_digest text
) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    prev_hash, agency_id::text, seq::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    coalesce(actor_id::text, ''), action, subject_kind, subject_id, words_digest
  ), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- Whether an entry's own hash is right. Of an old entry whose words were removed only its place in the chain is left.
CREATE FUNCTION audit_holds(e audit_entry) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN e.words_removed AND (e.why IS NOT NULL OR e.body <> '{}' OR e.words_salt IS NOT NULL) THEN false
    WHEN e.words_digest IS NULL THEN e.words_removed OR e.hash = audit_hash(
      e.prev_hash, e.agency_id, e.seq, e.at, e.actor_id, e.action, e.subject_kind, e.subject_id, e.why, e.body)
    ELSE e.hash = audit_seal(
        e.prev_hash, e.agency_id, e.seq, e.at, e.actor_id, e.action, e.subject_kind, e.subject_id, e.words_digest)
      AND (e.words_removed OR e.words_digest = audit_words(coalesce(e.words_salt, ''), e.why, e.body))
  END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head_seq bigint;
  last_seq bigint;
  last_hash text;
BEGIN
  SELECT seq INTO head_seq FROM audit_head WHERE agency_id = NEW.agency_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_head (agency_id, seq, hash) VALUES (NEW.agency_id, 0, '') ON CONFLICT DO NOTHING;
    SELECT seq INTO head_seq FROM audit_head WHERE agency_id = NEW.agency_id FOR UPDATE;
  END IF;
  -- The last entry, not the head: the head moves once per statement, entries of one statement follow each other.
  SELECT seq, hash INTO last_seq, last_hash FROM audit_entry
    WHERE agency_id = NEW.agency_id ORDER BY seq DESC LIMIT 1;
  IF coalesce(last_seq, 0) < head_seq THEN
    PERFORM break_rule('audit_chain', 'audit_entry', 'the end of the audit chain is missing');
  END IF;
  NEW.seq := coalesce(last_seq, 0) + 1;
  NEW.prev_hash := coalesce(last_hash, '');
  NEW.at := date_trunc('milliseconds', clock_timestamp());
  NEW.words_removed := false;
  NEW.words_salt := gen_random_uuid()::text;
  NEW.words_digest := audit_words(NEW.words_salt, NEW.why, NEW.body);
  NEW.hash := audit_seal(NEW.prev_hash, NEW.agency_id, NEW.seq, NEW.at, NEW.actor_id,
    NEW.action, NEW.subject_kind, NEW.subject_id, NEW.words_digest);
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- Entries are neither changed nor removed; the one change there is takes their words away, and nothing else. The entry
-- that says who was erased keeps its own: it names the others.
DROP TRIGGER audit_keep ON audit_entry;
--> statement-breakpoint
CREATE TRIGGER audit_keep BEFORE DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_keep();
--> statement-breakpoint
CREATE FUNCTION audit_keep_facts() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF ROW(NEW.agency_id, NEW.seq, NEW.at, NEW.actor_id, NEW.action, NEW.subject_kind, NEW.subject_id,
      NEW.words_digest, NEW.prev_hash, NEW.hash)
    IS DISTINCT FROM ROW(OLD.agency_id, OLD.seq, OLD.at, OLD.actor_id, OLD.action, OLD.subject_kind, OLD.subject_id,
      OLD.words_digest, OLD.prev_hash, OLD.hash)
    OR NOT NEW.words_removed OR NEW.why IS NOT NULL OR NEW.body <> '{}' OR NEW.words_salt IS NOT NULL
    OR OLD.action = 'member.erased'
  THEN
    PERFORM break_rule('audit_append_only', 'audit_entry', 'audit entries are neither changed nor removed');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_keep_facts BEFORE UPDATE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_keep_facts();
--> statement-breakpoint
-- The only way for the app to take words away: it has no right to UPDATE. Entries of the agency of this transaction.
CREATE FUNCTION audit_remove_words(numbers bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE audit_entry SET why = NULL, body = '{}', words_salt = NULL, words_removed = true
    WHERE agency_id = (SELECT nullif(current_setting('app.agency', true), '')::uuid)
      AND seq = ANY (numbers) AND NOT words_removed AND action <> 'member.erased'
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit_remove_words(bigint[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit_remove_words(bigint[]) TO trellis_app;

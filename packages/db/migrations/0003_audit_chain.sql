-- I7, I8: one gapless chain of audit entries per agency, made here and nowhere else. An insert says what
-- happened; when, which number and which hash are set by the trigger. The agency's head row is the lock.
CREATE FUNCTION audit_hash(
  prev_hash text, agency_id uuid, seq bigint, at timestamptz, actor_id uuid,
  action text, subject_kind text, subject_id text, why text, body text
) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n',
    prev_hash, agency_id::text, seq::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    coalesce(actor_id::text, ''), action, subject_kind, subject_id, coalesce(to_json(why)::text, 'null'), body
  ), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION audit_link() RETURNS trigger
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
  NEW.hash := audit_hash(NEW.prev_hash, NEW.agency_id, NEW.seq, NEW.at, NEW.actor_id,
    NEW.action, NEW.subject_kind, NEW.subject_id, NEW.why, NEW.body);
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_link BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_link();
--> statement-breakpoint
CREATE FUNCTION audit_move_head() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE audit_head h SET seq = last.seq, hash = last.hash
    FROM (SELECT DISTINCT ON (agency_id) agency_id, seq, hash FROM added ORDER BY agency_id, seq DESC) last
    WHERE h.agency_id = last.agency_id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_move_head AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION audit_move_head();
--> statement-breakpoint
CREATE FUNCTION audit_keep() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM break_rule('audit_append_only', 'audit_entry', 'audit entries are neither changed nor removed');
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_keep();

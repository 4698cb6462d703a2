-- Who may do what. The app works as trellis_app, which owns nothing: the rights below are all it has.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO trellis_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  agency, member, program, request, offer, taxonomy_term, round, pairing, next_step, import_batch
  TO trellis_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  member_role, member_skill, member_industry, career_step, member_language, member_style, field_visibility,
  weekly_hours, taxonomy_alias, request_goal, request_skill, request_industry, request_language,
  offer_goal, offer_skill, offer_industry, wish, waiting, pairing_note, separation, outbox, idempotency_key,
  sign_in_user, sign_in_session, sign_in_account, sign_in_verification
  TO trellis_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_entry TO trellis_app;
--> statement-breakpoint
GRANT SELECT ON audit_head, pairing_transition, sign_in_membership TO trellis_app;
--> statement-breakpoint
-- Every table that carries an agency shows only the rows of the agency set for this transaction, to its owner
-- too. Nothing set, nothing seen. The scalar subselect is evaluated once per query, not once per row.
DO $$
DECLARE tenant_table regclass;
BEGIN
  FOR tenant_table IN
    SELECT c.oid::regclass
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND a.attname = 'agency_id' AND c.relname NOT LIKE 'sign\_in\_%'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY of_agency ON %s '
      'USING (agency_id = (SELECT nullif(current_setting(''app.agency'', true), '''')::uuid)) '
      'WITH CHECK (agency_id = (SELECT nullif(current_setting(''app.agency'', true), '''')::uuid))',
      tenant_table);
  END LOOP;
END
$$;
--> statement-breakpoint
ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY of_agency ON agency
  USING (id = (SELECT nullif(current_setting('app.agency', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.agency', true), '')::uuid));
--> statement-breakpoint
-- Schedules and the terminal must find the agencies before they can enter one: read only, this table only.
CREATE POLICY directory ON agency FOR SELECT
  USING ((SELECT current_setting('app.directory', true)) = 'on');
--> statement-breakpoint
-- The directory of memberships follows the members; nobody writes it by hand.
CREATE FUNCTION member_enter_directory() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM sign_in_membership WHERE agency_id = OLD.agency_id AND member_id = OLD.id;
  END IF;
  IF NEW.account_id IS NOT NULL THEN
    INSERT INTO sign_in_membership (account_id, agency_id, member_id)
    VALUES (NEW.account_id, NEW.agency_id, NEW.id);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER member_enter_directory_insert AFTER INSERT ON member
  FOR EACH ROW WHEN (NEW.account_id IS NOT NULL) EXECUTE FUNCTION member_enter_directory();
--> statement-breakpoint
CREATE TRIGGER member_enter_directory_update AFTER UPDATE OF account_id ON member
  FOR EACH ROW WHEN (OLD.account_id IS DISTINCT FROM NEW.account_id) EXECUTE FUNCTION member_enter_directory();

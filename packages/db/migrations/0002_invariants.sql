-- What must hold whatever the code above does. Each refusal carries a constraint name (constraint-errors.ts).
--
-- Locks: whoever makes a pairing live takes both members, its request and its offer FOR SHARE; whoever changes
-- capacity, seats, a member's status or separates two members takes the same rows FOR NO KEY UPDATE. One waits
-- for the other, and looks again with a fresh snapshot afterwards.

CREATE FUNCTION break_rule(rule text, on_table text, explanation text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, TABLE = on_table, MESSAGE = explanation;
END
$$;
--> statement-breakpoint
CREATE FUNCTION pairing_is_live(status text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT status IN ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing')
$$;
--> statement-breakpoint
CREATE FUNCTION bump_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER a_bump_version BEFORE UPDATE ON member FOR EACH ROW EXECUTE FUNCTION bump_version();
--> statement-breakpoint
CREATE TRIGGER a_bump_version BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION bump_version();
--> statement-breakpoint
CREATE TRIGGER a_bump_version BEFORE UPDATE ON request FOR EACH ROW EXECUTE FUNCTION bump_version();
--> statement-breakpoint
CREATE TRIGGER a_bump_version BEFORE UPDATE ON offer FOR EACH ROW EXECUTE FUNCTION bump_version();
--> statement-breakpoint
CREATE TRIGGER a_bump_version BEFORE UPDATE ON pairing FOR EACH ROW EXECUTE FUNCTION bump_version();
--> statement-breakpoint
-- I13: only legal transitions, and a pairing never changes whom it is about.
CREATE FUNCTION pairing_step() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.origin <> 'import' AND NEW.status NOT IN ('suggested', 'approved') THEN
      PERFORM break_rule('pairing_start', 'pairing', 'a pairing begins suggested or approved');
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.agency_id, OLD.id, OLD.program_id, OLD.request_id, OLD.offer_id)
     IS DISTINCT FROM (NEW.agency_id, NEW.id, NEW.program_id, NEW.request_id, NEW.offer_id) THEN
    PERFORM break_rule('pairing_identity', 'pairing', 'a pairing keeps its request and its offer');
  END IF;
  IF OLD.status <> NEW.status AND NOT EXISTS (
    SELECT 1 FROM pairing_transition t WHERE t.from_status = OLD.status AND t.to_status = NEW.status
  ) THEN
    PERFORM break_rule('pairing_transition', 'pairing',
      format('a pairing cannot go from %s to %s', OLD.status, NEW.status));
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER b_pairing_step BEFORE INSERT OR UPDATE ON pairing FOR EACH ROW EXECUTE FUNCTION pairing_step();
--> statement-breakpoint
-- I1, I2, I12, I14 at the moment a pairing takes its seats (the unique indexes hold the rest).
CREATE FUNCTION pairing_take_seats() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  seeking uuid;
  giving uuid;
  seeker record;
  giver record;
BEGIN
  -- Members first, then the rest: who leaves locks themselves first as well, so the two never deadlock. Reading
  -- the members before the lock is safe, for requests and offers keep theirs.
  SELECT member_id INTO seeking FROM request WHERE agency_id = NEW.agency_id AND id = NEW.request_id;
  SELECT member_id INTO giving FROM offer WHERE agency_id = NEW.agency_id AND id = NEW.offer_id;
  PERFORM 1 FROM member
    WHERE agency_id = NEW.agency_id AND id IN (seeking, giving) ORDER BY id FOR SHARE;
  SELECT member_id, seats INTO seeker FROM request
    WHERE agency_id = NEW.agency_id AND id = NEW.request_id FOR SHARE;
  SELECT member_id, capacity INTO giver FROM offer
    WHERE agency_id = NEW.agency_id AND id = NEW.offer_id FOR SHARE;
  IF seeker.member_id IS NULL OR giver.member_id IS NULL THEN
    RETURN NEW; -- the foreign keys say so
  END IF;
  IF seeker.member_id = giver.member_id THEN
    PERFORM break_rule('pairing_self', 'pairing', 'nobody is paired with themselves');
  END IF;
  IF EXISTS (
    SELECT 1 FROM member WHERE agency_id = NEW.agency_id AND id IN (seeker.member_id, giver.member_id)
      AND status IN ('withdrawn', 'erased')
  ) THEN
    PERFORM break_rule('pairing_member_gone', 'pairing', 'one of the two has left');
  END IF;
  IF EXISTS (
    SELECT 1 FROM separation WHERE agency_id = NEW.agency_id
      AND low_member_id = least(seeker.member_id, giver.member_id)
      AND high_member_id = greatest(seeker.member_id, giver.member_id)
  ) THEN
    PERFORM break_rule('pairing_separated', 'pairing', 'these two are kept apart');
  END IF;
  IF NEW.request_seat > seeker.seats THEN
    PERFORM break_rule('pairing_request_seats', 'pairing', 'the request has no such seat');
  END IF;
  -- A pair decided elsewhere is a fact even where nobody said how many seats there are.
  IF giver.capacity IS NULL AND NEW.origin <> 'import'
     AND (TG_OP = 'INSERT' OR NOT pairing_is_live(OLD.status)) THEN
    PERFORM break_rule('pairing_capacity_unknown', 'pairing', 'the capacity of the offer is unknown');
  END IF;
  IF NEW.offer_seat > giver.capacity THEN
    PERFORM break_rule('pairing_capacity', 'pairing', 'the offer has no such seat');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER c_pairing_take_seats_insert BEFORE INSERT ON pairing
  FOR EACH ROW WHEN (pairing_is_live(NEW.status)) EXECUTE FUNCTION pairing_take_seats();
--> statement-breakpoint
CREATE TRIGGER c_pairing_take_seats_update BEFORE UPDATE ON pairing
  FOR EACH ROW WHEN (
    pairing_is_live(NEW.status) AND (
      NOT pairing_is_live(OLD.status)
      OR OLD.offer_seat <> NEW.offer_seat OR OLD.request_seat <> NEW.request_seat
    )
  ) EXECUTE FUNCTION pairing_take_seats();
--> statement-breakpoint
-- I1 from the other side: capacity is not lowered below a seat that is held.
CREATE FUNCTION offer_keep_seats() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM pairing WHERE agency_id = NEW.agency_id AND offer_id = NEW.id
      AND pairing_is_live(status) AND offer_seat > NEW.capacity
  ) THEN
    PERFORM break_rule('offer_capacity_held', 'offer', 'seats above this capacity are held');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER b_offer_keep_seats BEFORE UPDATE ON offer
  FOR EACH ROW WHEN (NEW.capacity IS DISTINCT FROM OLD.capacity) EXECUTE FUNCTION offer_keep_seats();
--> statement-breakpoint
CREATE FUNCTION request_keep_seats() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM pairing WHERE agency_id = NEW.agency_id AND request_id = NEW.id
      AND pairing_is_live(status) AND request_seat > NEW.seats
  ) THEN
    PERFORM break_rule('request_seats_held', 'request', 'seats above this number are held');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER b_request_keep_seats BEFORE UPDATE ON request
  FOR EACH ROW WHEN (NEW.seats < OLD.seats) EXECUTE FUNCTION request_keep_seats();
--> statement-breakpoint
-- Requests and offers keep their member and program (pairings rely on it), and who has left opens none.
CREATE FUNCTION side_identity() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM break_rule(TG_TABLE_NAME || '_identity', TG_TABLE_NAME, 'the member and the program stay');
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER b_request_identity BEFORE UPDATE ON request FOR EACH ROW
  WHEN ((OLD.agency_id, OLD.id, OLD.program_id, OLD.member_id)
    IS DISTINCT FROM (NEW.agency_id, NEW.id, NEW.program_id, NEW.member_id))
  EXECUTE FUNCTION side_identity();
--> statement-breakpoint
CREATE TRIGGER b_offer_identity BEFORE UPDATE ON offer FOR EACH ROW
  WHEN ((OLD.agency_id, OLD.id, OLD.program_id, OLD.member_id)
    IS DISTINCT FROM (NEW.agency_id, NEW.id, NEW.program_id, NEW.member_id))
  EXECUTE FUNCTION side_identity();
--> statement-breakpoint
CREATE FUNCTION side_needs_member() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE standing text;
BEGIN
  SELECT status INTO standing FROM member
    WHERE agency_id = NEW.agency_id AND id = NEW.member_id FOR SHARE;
  IF standing IN ('withdrawn', 'erased') THEN
    PERFORM break_rule(TG_TABLE_NAME || '_member_gone', TG_TABLE_NAME, 'this member has left');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER c_request_needs_member_insert BEFORE INSERT ON request FOR EACH ROW
  WHEN (NEW.status IN ('open', 'paused')) EXECUTE FUNCTION side_needs_member();
--> statement-breakpoint
CREATE TRIGGER c_request_needs_member_update BEFORE UPDATE ON request FOR EACH ROW
  WHEN (NEW.status IN ('open', 'paused') AND OLD.status <> NEW.status) EXECUTE FUNCTION side_needs_member();
--> statement-breakpoint
CREATE TRIGGER c_offer_needs_member_insert BEFORE INSERT ON offer FOR EACH ROW
  WHEN (NEW.status IN ('open', 'paused')) EXECUTE FUNCTION side_needs_member();
--> statement-breakpoint
CREATE TRIGGER c_offer_needs_member_update BEFORE UPDATE ON offer FOR EACH ROW
  WHEN (NEW.status IN ('open', 'paused') AND OLD.status <> NEW.status) EXECUTE FUNCTION side_needs_member();
--> statement-breakpoint
-- I14: at commit, who has left holds nothing. Deferred, so that one transaction may do it in any order.
CREATE FUNCTION member_leaves_nothing() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM member WHERE agency_id = NEW.agency_id AND id = NEW.id AND status IN ('withdrawn', 'erased')
  ) THEN
    RETURN NULL; -- came back within the same transaction
  END IF;
  IF EXISTS (
    SELECT 1 FROM request WHERE agency_id = NEW.agency_id AND member_id = NEW.id AND status IN ('open', 'paused')
  ) OR EXISTS (
    SELECT 1 FROM offer WHERE agency_id = NEW.agency_id AND member_id = NEW.id AND status IN ('open', 'paused')
  ) OR EXISTS (
    SELECT 1 FROM pairing p JOIN request r ON r.agency_id = p.agency_id AND r.id = p.request_id
      WHERE p.agency_id = NEW.agency_id AND r.member_id = NEW.id AND pairing_is_live(p.status)
  ) OR EXISTS (
    SELECT 1 FROM pairing p JOIN offer o ON o.agency_id = p.agency_id AND o.id = p.offer_id
      WHERE p.agency_id = NEW.agency_id AND o.member_id = NEW.id AND pairing_is_live(p.status)
  ) THEN
    PERFORM break_rule('member_leaves_open', 'member', 'this member still has open requests, offers or pairings');
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER member_leaves_nothing AFTER UPDATE OF status ON member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('withdrawn', 'erased')) EXECUTE FUNCTION member_leaves_nothing();
--> statement-breakpoint
-- I12 from the other side: two who are separated have no live pairing at commit.
CREATE FUNCTION separation_lock() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM member WHERE agency_id = NEW.agency_id
    AND id IN (NEW.low_member_id, NEW.high_member_id) ORDER BY id FOR NO KEY UPDATE;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER a_separation_lock BEFORE INSERT OR UPDATE ON separation
  FOR EACH ROW EXECUTE FUNCTION separation_lock();
--> statement-breakpoint
CREATE FUNCTION separation_holds() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM pairing p
      JOIN request r ON r.agency_id = p.agency_id AND r.id = p.request_id
      JOIN offer o ON o.agency_id = p.agency_id AND o.id = p.offer_id
      WHERE p.agency_id = NEW.agency_id AND pairing_is_live(p.status)
        AND ((r.member_id = NEW.low_member_id AND o.member_id = NEW.high_member_id)
          OR (r.member_id = NEW.high_member_id AND o.member_id = NEW.low_member_id))
  ) THEN
    PERFORM break_rule('separation_live_pairing', 'separation', 'these two have a live pairing');
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER separation_holds AFTER INSERT OR UPDATE ON separation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION separation_holds();

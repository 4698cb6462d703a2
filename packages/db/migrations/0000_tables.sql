CREATE TABLE "agency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agency_locale_check" CHECK ("agency"."locale" in ('en', 'de'))
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"agency_id" uuid NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"why" text,
	"body" text NOT NULL,
	"prev_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_entry_pkey" PRIMARY KEY("agency_id","seq"),
	CONSTRAINT "audit_entry_words_check" CHECK ("audit_entry"."action" ~ '^[a-z][a-z_.-]*$' and "audit_entry"."subject_kind" ~ '^[a-z][a-z_]*$' and "audit_entry"."subject_id" ~ '^[A-Za-z0-9_:.-]+$')
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"agency_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_pkey" PRIMARY KEY("agency_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"agency_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_pkey" PRIMARY KEY("agency_id","actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"row_count" integer NOT NULL,
	"sheet" text,
	"mapping" jsonb,
	"decisions" jsonb,
	"report" jsonb,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "import_batch_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "import_batch_kind_check" CHECK ("import_batch"."kind" in ('mentors', 'mentees', 'people', 'pairings')),
	CONSTRAINT "import_batch_status_check" CHECK ("import_batch"."status" in ('mapping', 'applied', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "member" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" text,
	"display_name" text NOT NULL,
	"email" text,
	"source_ref" text,
	"status" text NOT NULL,
	"headline" text,
	"about" text,
	"boundaries" text,
	"country" text,
	"employer" text,
	"time_zone" text,
	"locale" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "member_status_check" CHECK ("member"."status" in ('active', 'paused', 'withdrawn', 'erased')),
	CONSTRAINT "member_locale_check" CHECK ("member"."locale" in ('en', 'de'))
);
--> statement-breakpoint
CREATE TABLE "member_role" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "member_role_pkey" PRIMARY KEY("agency_id","member_id","role"),
	CONSTRAINT "member_role_role_check" CHECK ("member_role"."role" in ('mentee', 'mentor', 'consultant', 'coordinator', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "sign_in_membership" (
	"account_id" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "sign_in_membership_pkey" PRIMARY KEY("account_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "next_step" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "next_step_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "next_step_kind_check" CHECK ("next_step"."kind" in ('next_round', 'call', 'introduction', 'widen_search', 'finish_form', 'own')),
	CONSTRAINT "next_step_words_check" CHECK ("next_step"."kind" <> 'own' or "next_step"."words" is not null)
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text NOT NULL,
	"capacity" integer,
	"hours_per_month" integer,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offer_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "offer_program_key" UNIQUE("agency_id","program_id","id"),
	CONSTRAINT "offer_status_check" CHECK ("offer"."status" in ('draft', 'open', 'paused', 'closed')),
	CONSTRAINT "offer_capacity_check" CHECK ("offer"."capacity" between 0 and 1000),
	CONSTRAINT "offer_hours_check" CHECK ("offer"."hours_per_month" between 0 and 744)
);
--> statement-breakpoint
CREATE TABLE "offer_goal" (
	"agency_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "offer_goal_pkey" PRIMARY KEY("agency_id","offer_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "offer_industry" (
	"agency_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "offer_industry_pkey" PRIMARY KEY("agency_id","offer_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "offer_skill" (
	"agency_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "offer_skill_pkey" PRIMARY KEY("agency_id","offer_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"agency_id" uuid NOT NULL,
	"dedup_key" text NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"done_at" timestamp (3) with time zone,
	"dead_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_pkey" PRIMARY KEY("agency_id","dedup_key")
);
--> statement-breakpoint
CREATE TABLE "pairing" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"round_id" uuid,
	"request_id" uuid NOT NULL,
	"request_seat" smallint NOT NULL,
	"offer_id" uuid NOT NULL,
	"offer_seat" smallint NOT NULL,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"fit" integer,
	"trust" integer,
	"reach" integer,
	"evidence" integer,
	"reasons" jsonb NOT NULL,
	"mentor_answer" text,
	"mentor_answered_at" timestamp (3) with time zone,
	"mentee_answer" text,
	"mentee_answered_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"reminder_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"resume_on" date,
	"end_reason_code" text,
	"end_reason_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pairing_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "pairing_status_check" CHECK ("pairing"."status" in ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing', 'kept', 'dismissed', 'ruled_out', 'declined', 'expired', 'withdrawn', 'not_now', 'closed', 'erased')),
	CONSTRAINT "pairing_origin_check" CHECK ("pairing"."origin" in ('round', 'swap', 'hand', 'import')),
	CONSTRAINT "pairing_seats_check" CHECK ("pairing"."request_seat" >= 1 and "pairing"."offer_seat" >= 1),
	CONSTRAINT "pairing_fit_check" CHECK ("pairing"."fit" between 0 and 10000),
	CONSTRAINT "pairing_trust_check" CHECK ("pairing"."trust" between 0 and 10000),
	CONSTRAINT "pairing_reach_check" CHECK ("pairing"."reach" between 0 and 10000),
	CONSTRAINT "pairing_evidence_check" CHECK ("pairing"."evidence" between 0 and 10000),
	CONSTRAINT "pairing_mentor_answer_check" CHECK ("pairing"."mentor_answer" in ('accepted', 'declined', 'go_on', 'not_now')),
	CONSTRAINT "pairing_mentee_answer_check" CHECK ("pairing"."mentee_answer" in ('accepted', 'declined', 'go_on', 'not_now'))
);
--> statement-breakpoint
CREATE TABLE "pairing_note" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pairing_note_pkey" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "pairing_transition" (
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	CONSTRAINT "pairing_transition_pkey" PRIMARY KEY("from_status","to_status")
);
--> statement-breakpoint
CREATE TABLE "career_step" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"occupation_id" uuid,
	"industry_id" uuid,
	"employer" text,
	"from_year" integer,
	"to_year" integer,
	"position" integer NOT NULL,
	CONSTRAINT "career_step_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "career_step_years_check" CHECK ("career_step"."to_year" >= "career_step"."from_year")
);
--> statement-breakpoint
CREATE TABLE "field_visibility" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"field" text NOT NULL,
	"visibility" text NOT NULL,
	CONSTRAINT "field_visibility_pkey" PRIMARY KEY("agency_id","member_id","field"),
	CONSTRAINT "field_visibility_field_check" CHECK ("field_visibility"."field" in ('headline', 'about', 'country', 'employer', 'skills', 'industries', 'career', 'languages', 'hours', 'style', 'boundaries')),
	CONSTRAINT "field_visibility_visibility_check" CHECK ("field_visibility"."visibility" in ('self', 'agency', 'proposed', 'paired', 'group'))
);
--> statement-breakpoint
CREATE TABLE "member_industry" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"years" integer,
	CONSTRAINT "member_industry_pkey" PRIMARY KEY("agency_id","member_id","term_id"),
	CONSTRAINT "member_industry_years_check" CHECK ("member_industry"."years" between 0 and 80)
);
--> statement-breakpoint
CREATE TABLE "member_language" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "member_language_pkey" PRIMARY KEY("agency_id","member_id","language"),
	CONSTRAINT "member_language_language_check" CHECK ("member_language"."language" ~ '^[a-z]{2,3}$')
);
--> statement-breakpoint
CREATE TABLE "member_skill" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"level" smallint,
	CONSTRAINT "member_skill_pkey" PRIMARY KEY("agency_id","member_id","term_id"),
	CONSTRAINT "member_skill_level_check" CHECK ("member_skill"."level" in (1, 2, 3, 4, 5))
);
--> statement-breakpoint
CREATE TABLE "member_style" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"item" text NOT NULL,
	"answer" smallint NOT NULL,
	CONSTRAINT "member_style_pkey" PRIMARY KEY("agency_id","member_id","item"),
	CONSTRAINT "member_style_item_check" CHECK ("member_style"."item" in ('plan_or_explore', 'push_or_patience', 'direct_or_gentle', 'talk_or_write', 'often_or_seldom', 'big_picture_or_detail', 'advice_or_questions')),
	CONSTRAINT "member_style_answer_check" CHECK ("member_style"."answer" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "program" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"objective" text NOT NULL,
	"consent_order" text NOT NULL,
	"weights" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"mix" smallint NOT NULL,
	"agreement_text" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "program_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "program_kind_check" CHECK ("program"."kind" in ('mentoring', 'consulting', 'circle', 'series')),
	CONSTRAINT "program_status_check" CHECK ("program"."status" in ('draft', 'open', 'closed')),
	CONSTRAINT "program_objective_check" CHECK ("program"."objective" in ('served', 'total', 'fair')),
	CONSTRAINT "program_consent_order_check" CHECK ("program"."consent_order" in ('mentor_first', 'mentee_first', 'both_at_once')),
	CONSTRAINT "program_mix_check" CHECK ("program"."mix" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "request" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text NOT NULL,
	"seats" smallint NOT NULL,
	"from_occupation_id" uuid,
	"from_industry_id" uuid,
	"towards_occupation_id" uuid,
	"towards_industry_id" uuid,
	"mix" smallint,
	"note" text,
	"opened_at" timestamp (3) with time zone,
	"missed_rounds" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "request_program_key" UNIQUE("agency_id","program_id","id"),
	CONSTRAINT "request_status_check" CHECK ("request"."status" in ('draft', 'open', 'paused', 'served', 'withdrawn')),
	CONSTRAINT "request_seats_check" CHECK ("request"."seats" between 1 and 100),
	CONSTRAINT "request_mix_check" CHECK ("request"."mix" between 0 and 100),
	CONSTRAINT "request_missed_rounds_check" CHECK ("request"."missed_rounds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "request_goal" (
	"agency_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "request_goal_pkey" PRIMARY KEY("agency_id","request_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "request_industry" (
	"agency_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "request_industry_pkey" PRIMARY KEY("agency_id","request_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "request_language" (
	"agency_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "request_language_pkey" PRIMARY KEY("agency_id","request_id","language"),
	CONSTRAINT "request_language_language_check" CHECK ("request_language"."language" ~ '^[a-z]{2,3}$')
);
--> statement-breakpoint
CREATE TABLE "request_skill" (
	"agency_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"need" text NOT NULL,
	CONSTRAINT "request_skill_pkey" PRIMARY KEY("agency_id","request_id","term_id"),
	CONSTRAINT "request_skill_need_check" CHECK ("request_skill"."need" in ('must', 'nice'))
);
--> statement-breakpoint
CREATE TABLE "round" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"objective" text NOT NULL,
	"weights" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"mix" smallint NOT NULL,
	"seed" bigint NOT NULL,
	"snapshot" text,
	"certificate" jsonb,
	"report" jsonb,
	"progress" smallint DEFAULT 0 NOT NULL,
	"phase" text,
	"failure" text,
	"created_by" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "round_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "round_program_key" UNIQUE("agency_id","program_id","id"),
	CONSTRAINT "round_status_check" CHECK ("round"."status" in ('running', 'ready', 'published', 'superseded', 'cancelled', 'failed')),
	CONSTRAINT "round_objective_check" CHECK ("round"."objective" in ('served', 'total', 'fair')),
	CONSTRAINT "round_progress_check" CHECK ("round"."progress" between 0 and 100),
	CONSTRAINT "round_mix_check" CHECK ("round"."mix" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "waiting" (
	"agency_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"causes" jsonb NOT NULL,
	CONSTRAINT "waiting_pkey" PRIMARY KEY("agency_id","round_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "separation" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"low_member_id" uuid NOT NULL,
	"high_member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"why" text,
	"pairing_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "separation_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "separation_kind_check" CHECK ("separation"."kind" in ('never_pair', 'ruled_out', 'blocked', 'conflict_of_interest')),
	CONSTRAINT "separation_order_check" CHECK ("separation"."low_member_id" < "separation"."high_member_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_session_token_key" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_user_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sign_in_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomy_alias" (
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"alias_key" text NOT NULL,
	"term_id" uuid NOT NULL,
	"spelling" text NOT NULL,
	CONSTRAINT "taxonomy_alias_pkey" PRIMARY KEY("agency_id","kind","alias_key"),
	CONSTRAINT "taxonomy_alias_key_check" CHECK ("taxonomy_alias"."alias_key" <> '')
);
--> statement-breakpoint
CREATE TABLE "taxonomy_term" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"merged_into" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "taxonomy_term_pkey" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "taxonomy_term_kind_key" UNIQUE("agency_id","kind","id"),
	CONSTRAINT "taxonomy_term_kind_check" CHECK ("taxonomy_term"."kind" in ('skill', 'industry', 'occupation', 'goal')),
	CONSTRAINT "taxonomy_term_parent_check" CHECK ("taxonomy_term"."parent_id" <> "taxonomy_term"."id"),
	CONSTRAINT "taxonomy_term_merged_check" CHECK ("taxonomy_term"."merged_into" <> "taxonomy_term"."id")
);
--> statement-breakpoint
CREATE TABLE "weekly_hours" (
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"from_minute" smallint NOT NULL,
	"to_minute" smallint NOT NULL,
	CONSTRAINT "weekly_hours_pkey" PRIMARY KEY("agency_id","member_id","weekday","from_minute"),
	CONSTRAINT "weekly_hours_weekday_check" CHECK ("weekly_hours"."weekday" between 1 and 7),
	CONSTRAINT "weekly_hours_minutes_check" CHECK ("weekly_hours"."from_minute" >= 0 and "weekly_hours"."from_minute" < "weekly_hours"."to_minute" and "weekly_hours"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "wish" (
	"agency_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"line" text,
	CONSTRAINT "wish_pkey" PRIMARY KEY("agency_id","request_id","offer_id"),
	CONSTRAINT "wish_rank_check" CHECK ("wish"."rank" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_agency_fkey" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_fkey" FOREIGN KEY ("agency_id","actor_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_agency_fkey" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_actor_fkey" FOREIGN KEY ("agency_id","actor_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_program_fkey" FOREIGN KEY ("agency_id","program_id") REFERENCES "public"."program"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_fkey" FOREIGN KEY ("agency_id","created_by") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_agency_fkey" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."sign_in_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_membership" ADD CONSTRAINT "sign_in_membership_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_step" ADD CONSTRAINT "next_step_request_fkey" FOREIGN KEY ("agency_id","program_id","request_id") REFERENCES "public"."request"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_step" ADD CONSTRAINT "next_step_owner_fkey" FOREIGN KEY ("agency_id","owner_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_step" ADD CONSTRAINT "next_step_created_by_fkey" FOREIGN KEY ("agency_id","created_by") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_program_fkey" FOREIGN KEY ("agency_id","program_id") REFERENCES "public"."program"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_goal" ADD CONSTRAINT "offer_goal_offer_fkey" FOREIGN KEY ("agency_id","offer_id") REFERENCES "public"."offer"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_goal" ADD CONSTRAINT "offer_goal_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_industry" ADD CONSTRAINT "offer_industry_offer_fkey" FOREIGN KEY ("agency_id","offer_id") REFERENCES "public"."offer"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_industry" ADD CONSTRAINT "offer_industry_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_skill" ADD CONSTRAINT "offer_skill_offer_fkey" FOREIGN KEY ("agency_id","offer_id") REFERENCES "public"."offer"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_skill" ADD CONSTRAINT "offer_skill_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_agency_fkey" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_program_fkey" FOREIGN KEY ("agency_id","program_id") REFERENCES "public"."program"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_round_fkey" FOREIGN KEY ("agency_id","program_id","round_id") REFERENCES "public"."round"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_request_fkey" FOREIGN KEY ("agency_id","program_id","request_id") REFERENCES "public"."request"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_offer_fkey" FOREIGN KEY ("agency_id","program_id","offer_id") REFERENCES "public"."offer"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_decided_by_fkey" FOREIGN KEY ("agency_id","decided_by") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_note" ADD CONSTRAINT "pairing_note_pairing_fkey" FOREIGN KEY ("agency_id","pairing_id") REFERENCES "public"."pairing"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_note" ADD CONSTRAINT "pairing_note_author_fkey" FOREIGN KEY ("agency_id","author_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "career_step" ADD CONSTRAINT "career_step_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "career_step" ADD CONSTRAINT "career_step_occupation_fkey" FOREIGN KEY ("agency_id","occupation_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "career_step" ADD CONSTRAINT "career_step_industry_fkey" FOREIGN KEY ("agency_id","industry_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_visibility" ADD CONSTRAINT "field_visibility_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_industry" ADD CONSTRAINT "member_industry_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_industry" ADD CONSTRAINT "member_industry_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_language" ADD CONSTRAINT "member_language_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_skill" ADD CONSTRAINT "member_skill_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_skill" ADD CONSTRAINT "member_skill_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_style" ADD CONSTRAINT "member_style_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_agency_fkey" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_program_fkey" FOREIGN KEY ("agency_id","program_id") REFERENCES "public"."program"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_from_occupation_fkey" FOREIGN KEY ("agency_id","from_occupation_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_from_industry_fkey" FOREIGN KEY ("agency_id","from_industry_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_towards_occupation_fkey" FOREIGN KEY ("agency_id","towards_occupation_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_towards_industry_fkey" FOREIGN KEY ("agency_id","towards_industry_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_goal" ADD CONSTRAINT "request_goal_request_fkey" FOREIGN KEY ("agency_id","request_id") REFERENCES "public"."request"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_goal" ADD CONSTRAINT "request_goal_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_industry" ADD CONSTRAINT "request_industry_request_fkey" FOREIGN KEY ("agency_id","request_id") REFERENCES "public"."request"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_industry" ADD CONSTRAINT "request_industry_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_language" ADD CONSTRAINT "request_language_request_fkey" FOREIGN KEY ("agency_id","request_id") REFERENCES "public"."request"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_skill" ADD CONSTRAINT "request_skill_request_fkey" FOREIGN KEY ("agency_id","request_id") REFERENCES "public"."request"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_skill" ADD CONSTRAINT "request_skill_term_fkey" FOREIGN KEY ("agency_id","term_id") REFERENCES "public"."taxonomy_term"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_program_fkey" FOREIGN KEY ("agency_id","program_id") REFERENCES "public"."program"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_created_by_fkey" FOREIGN KEY ("agency_id","created_by") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_round_fkey" FOREIGN KEY ("agency_id","program_id","round_id") REFERENCES "public"."round"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_request_fkey" FOREIGN KEY ("agency_id","program_id","request_id") REFERENCES "public"."request"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation" ADD CONSTRAINT "separation_low_fkey" FOREIGN KEY ("agency_id","low_member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation" ADD CONSTRAINT "separation_high_fkey" FOREIGN KEY ("agency_id","high_member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation" ADD CONSTRAINT "separation_pairing_fkey" FOREIGN KEY ("agency_id","pairing_id") REFERENCES "public"."pairing"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation" ADD CONSTRAINT "separation_created_by_fkey" FOREIGN KEY ("agency_id","created_by") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_account" ADD CONSTRAINT "sign_in_account_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_alias" ADD CONSTRAINT "taxonomy_alias_term_fkey" FOREIGN KEY ("agency_id","kind","term_id") REFERENCES "public"."taxonomy_term"("agency_id","kind","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_agency_fkey" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_parent_fkey" FOREIGN KEY ("agency_id","kind","parent_id") REFERENCES "public"."taxonomy_term"("agency_id","kind","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_term" ADD CONSTRAINT "taxonomy_term_merged_fkey" FOREIGN KEY ("agency_id","kind","merged_into") REFERENCES "public"."taxonomy_term"("agency_id","kind","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_member_fkey" FOREIGN KEY ("agency_id","member_id") REFERENCES "public"."member"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wish" ADD CONSTRAINT "wish_request_fkey" FOREIGN KEY ("agency_id","program_id","request_id") REFERENCES "public"."request"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wish" ADD CONSTRAINT "wish_offer_fkey" FOREIGN KEY ("agency_id","program_id","offer_id") REFERENCES "public"."offer"("agency_id","program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry" USING btree ("agency_id","subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_actor_idx" ON "audit_entry" USING btree ("agency_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "idempotency_key_age_idx" ON "idempotency_key" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE INDEX "import_batch_created_idx" ON "import_batch" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_email_key" ON "member" USING btree ("agency_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "member_source_ref_key" ON "member" USING btree ("agency_id","source_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "member_account_key" ON "member" USING btree ("agency_id","account_id");--> statement-breakpoint
CREATE INDEX "member_account_idx" ON "member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "member_name_idx" ON "member" USING btree ("agency_id","display_name","id");--> statement-breakpoint
CREATE INDEX "member_role_role_idx" ON "member_role" USING btree ("agency_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "next_step_open_key" ON "next_step" USING btree ("agency_id","request_id") WHERE "next_step"."done_at" is null;--> statement-breakpoint
CREATE INDEX "next_step_due_idx" ON "next_step" USING btree ("agency_id","owner_id","due_on") WHERE "next_step"."done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_member_key" ON "offer" USING btree ("agency_id","member_id","program_id");--> statement-breakpoint
CREATE INDEX "offer_goal_term_idx" ON "offer_goal" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "offer_industry_term_idx" ON "offer_industry" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "offer_skill_term_idx" ON "offer_skill" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "outbox_due_idx" ON "outbox" USING btree ("agency_id","due_at") WHERE "outbox"."done_at" is null and "outbox"."dead_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_offer_seat_key" ON "pairing" USING btree ("agency_id","offer_id","offer_seat") WHERE "pairing"."status" in ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing');--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_request_seat_key" ON "pairing" USING btree ("agency_id","request_id","request_seat") WHERE "pairing"."status" in ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing');--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_couple_key" ON "pairing" USING btree ("agency_id","request_id","offer_id") WHERE "pairing"."status" in ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing');--> statement-breakpoint
CREATE INDEX "pairing_program_idx" ON "pairing" USING btree ("agency_id","program_id","status");--> statement-breakpoint
CREATE INDEX "pairing_round_idx" ON "pairing" USING btree ("agency_id","round_id");--> statement-breakpoint
CREATE INDEX "pairing_request_idx" ON "pairing" USING btree ("agency_id","request_id");--> statement-breakpoint
CREATE INDEX "pairing_offer_idx" ON "pairing" USING btree ("agency_id","offer_id");--> statement-breakpoint
CREATE INDEX "pairing_expiry_idx" ON "pairing" USING btree ("agency_id","expires_at") WHERE "pairing"."status" = 'invited';--> statement-breakpoint
CREATE INDEX "pairing_note_pairing_idx" ON "pairing_note" USING btree ("agency_id","pairing_id","created_at");--> statement-breakpoint
CREATE INDEX "career_step_member_idx" ON "career_step" USING btree ("agency_id","member_id");--> statement-breakpoint
CREATE INDEX "career_step_occupation_idx" ON "career_step" USING btree ("agency_id","occupation_id");--> statement-breakpoint
CREATE INDEX "career_step_industry_idx" ON "career_step" USING btree ("agency_id","industry_id");--> statement-breakpoint
CREATE INDEX "member_industry_term_idx" ON "member_industry" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "member_skill_term_idx" ON "member_skill" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "program_name_key" ON "program" USING btree ("agency_id","name");--> statement-breakpoint
CREATE INDEX "request_member_idx" ON "request" USING btree ("agency_id","member_id");--> statement-breakpoint
CREATE INDEX "request_goal_term_idx" ON "request_goal" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "request_industry_term_idx" ON "request_industry" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "request_skill_term_idx" ON "request_skill" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_number_key" ON "round" USING btree ("agency_id","program_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "round_running_key" ON "round" USING btree ("agency_id","program_id") WHERE "round"."status" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "separation_pair_key" ON "separation" USING btree ("agency_id","low_member_id","high_member_id","kind");--> statement-breakpoint
CREATE INDEX "separation_high_idx" ON "separation" USING btree ("agency_id","high_member_id");--> statement-breakpoint
CREATE INDEX "sign_in_account_user_idx" ON "sign_in_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_session_user_idx" ON "sign_in_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_verification_identifier_idx" ON "sign_in_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "taxonomy_alias_term_idx" ON "taxonomy_alias" USING btree ("agency_id","term_id");--> statement-breakpoint
CREATE INDEX "taxonomy_term_parent_idx" ON "taxonomy_term" USING btree ("agency_id","parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wish_rank_key" ON "wish" USING btree ("agency_id","request_id","rank");--> statement-breakpoint
CREATE INDEX "wish_offer_idx" ON "wish" USING btree ("agency_id","offer_id");--> statement-breakpoint
CREATE INDEX "wish_program_idx" ON "wish" USING btree ("agency_id","program_id");
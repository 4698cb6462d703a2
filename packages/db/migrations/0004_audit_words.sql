ALTER TABLE "audit_entry" ADD COLUMN "words_salt" text;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "words_digest" text;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "words_removed" boolean DEFAULT false NOT NULL;
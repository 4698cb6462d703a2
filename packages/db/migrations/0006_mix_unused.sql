ALTER TABLE "program" ALTER COLUMN "mix" SET DEFAULT 50;--> statement-breakpoint
ALTER TABLE "round" ALTER COLUMN "mix" SET DEFAULT 50;
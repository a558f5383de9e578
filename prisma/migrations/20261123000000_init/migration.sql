-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('offer', 'refusal');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('draft', 'submitted', 'withdrawn', 'lapsed', 'closed');

-- CreateEnum
CREATE TYPE "choice_state" AS ENUM ('listed', 'placed', 'in_review', 'info_requested', 'shortlisted', 'interview', 'offered', 'waitlisted', 'refused', 'accepted', 'conditions_pending', 'conditions_unmet', 'confirmed', 'deferred', 'declined', 'lapsed', 'withdrawn');

-- CreateEnum
CREATE TYPE "credential_kind" AS ENUM ('secondary', 'degree', 'other');

-- CreateEnum
CREATE TYPE "funding_plan" AS ENUM ('self', 'family', 'scholarship', 'mixed', 'unsure');

-- CreateEnum
CREATE TYPE "university" AS ENUM ('AUI', 'UM6P');

-- CreateEnum
CREATE TYPE "owner" AS ENUM ('AUI', 'UM6P', 'JOINT');

-- CreateEnum
CREATE TYPE "language" AS ENUM ('en', 'fr', 'ar');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('bachelor', 'master', 'phd');

-- CreateEnum
CREATE TYPE "field" AS ENUM ('engineering', 'computing', 'business', 'agriculture', 'social_sciences', 'health', 'architecture');

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('draft', 'approved', 'scheduled', 'sending', 'paused', 'sent', 'cancelled');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'claimed', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'unknown', 'skipped');

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('announced', 'open', 'closed', 'sample');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'held', 'failed', 'cancelled', 'unknown', 'delivered', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "lead_stage" AS ENUM ('new', 'contacted', 'qualified', 'nurturing', 'applying', 'applied', 'closed');

-- CreateEnum
CREATE TYPE "payment_state" AS ENUM ('due', 'waiver_asked', 'waived', 'pending', 'paid', 'refunded', 'disputed');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('email', 'phone');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('outreach', 'officer', 'reviewer', 'head', 'campaigns', 'director', 'admin');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('candidate', 'staff');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('email', 'whatsapp', 'sms', 'call');

-- CreateEnum
CREATE TYPE "purpose" AS ENUM ('news', 'events', 'share');

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "reason_code" TEXT,
    "sentence" TEXT NOT NULL DEFAULT '',
    "next_step" TEXT,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "releases_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),
    "state_before" "choice_state" NOT NULL,
    "answer_by" TIMESTAMPTZ(3),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "admission_year" INTEGER NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'draft',
    "language" "language" NOT NULL,
    "given_names" TEXT NOT NULL DEFAULT '',
    "family_name" TEXT NOT NULL DEFAULT '',
    "birth_date" DATE,
    "gender" TEXT,
    "nationalities" TEXT[],
    "residence" TEXT,
    "guardian_id" UUID,
    "motivation" TEXT NOT NULL DEFAULT '',
    "funding_plan" "funding_plan",
    "funding_note" TEXT NOT NULL DEFAULT '',
    "scheme_ids" UUID[],
    "preferred_university" "university",
    "declaration_text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_section" (
    "application_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "is_complete" BOOLEAN NOT NULL,

    CONSTRAINT "application_section_pkey" PRIMARY KEY ("application_id","section")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" "credential_kind" NOT NULL,
    "country" TEXT NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "institution" TEXT NOT NULL DEFAULT '',
    "year" INTEGER,
    "scale" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "is_pending" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "choice" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "intake_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" "choice_state" NOT NULL DEFAULT 'listed',
    "state_before" "choice_state",
    "university" "university",
    "placement_rule" TEXT,
    "placement_facts" JSONB,
    "placed_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "referred_from_id" UUID,

    CONSTRAINT "choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "owner" "owner" NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" "purpose" NOT NULL,
    "state" "campaign_state" NOT NULL DEFAULT 'draft',
    "segment" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "approved_by_id" UUID,
    "paused_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "worker_id" UUID,
    "worker_until" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_message" (
    "campaign_id" UUID NOT NULL,
    "language" "language" NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_message_pkey" PRIMARY KEY ("campaign_id","language")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "language" "language" NOT NULL,
    "state" "delivery_state" NOT NULL,
    "skipped_reason" TEXT,
    "batch_id" UUID,
    "vendor_id" TEXT,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_batch" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'frozen',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "first_tried_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "owner" "owner" NOT NULL,
    "level" "level" NOT NULL,
    "field" "field" NOT NULL,
    "teaching_languages" "language"[],
    "city" TEXT NOT NULL,
    "school" TEXT NOT NULL DEFAULT '',
    "standing" "standing" NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "entry" JSONB NOT NULL,
    "costs" JSONB NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "duration_months" INTEGER,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "owner" "owner" NOT NULL,
    "admission_year" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "seats" INTEGER NOT NULL,
    "fee_minor" INTEGER NOT NULL DEFAULT 0,
    "fee_currency" TEXT NOT NULL DEFAULT 'MAD',
    "is_sample" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "owner" "owner",
    "standing" "standing" NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "who_for" JSONB NOT NULL,
    "covers" JSONB NOT NULL,
    "places" INTEGER,
    "as_of" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_scheme" (
    "programme_id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,

    CONSTRAINT "programme_scheme_pkey" PRIMARY KEY ("programme_id","scheme_id")
);

-- CreateTable
CREATE TABLE "content_version" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "content_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "university" "university",
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sender" "owner" NOT NULL,
    "person_id" UUID,
    "to" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "props" JSONB NOT NULL,
    "thing" TEXT,
    "thing_id" UUID,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "headers" JSONB,
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "first_tried_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "vendor_id" TEXT,
    "problem" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL DEFAULT '',
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "universities" "university"[],
    "programme_id" UUID,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "country" TEXT NOT NULL,
    "birth_year" INTEGER,
    "level" "level",
    "fields" "field"[],
    "message" TEXT NOT NULL,
    "utm" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "idempotency_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "stage" "lead_stage" NOT NULL DEFAULT 'new',
    "stage_before" "lead_stage",
    "closed_reason" TEXT,
    "owner_id" UUID,
    "score" INTEGER NOT NULL DEFAULT 0,
    "country" TEXT,
    "language" "language" NOT NULL,
    "level" "level",
    "fields" "field"[],
    "seen_at" TIMESTAMPTZ(3),
    "active_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_suggestion" (
    "id" UUID NOT NULL,
    "person_aId" UUID NOT NULL,
    "person_bId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duplicate_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" "payment_state" NOT NULL DEFAULT 'due',
    "waiver_reason" TEXT NOT NULL DEFAULT '',
    "waiver_answer" TEXT NOT NULL DEFAULT '',
    "waiver_asked_at" TIMESTAMPTZ(3),
    "waiver_decided_at" TIMESTAMPTZ(3),
    "waiver_decided_by_id" UUID,
    "checkout_id" TEXT,
    "checkout_url" TEXT,
    "intent_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL DEFAULT '',
    "name_folded" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_year" INTEGER,
    "language" "language" NOT NULL,
    "country" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "contact_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "proved_at" TIMESTAMPTZ(3),
    "signs_in" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "audience" "audience" NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "audience" "audience" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "staff_role" NOT NULL,
    "university" "university",
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "channel" "channel" NOT NULL,
    "purpose" "purpose" NOT NULL,
    "address" TEXT NOT NULL,
    "text_shown" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "awake_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_how" TEXT,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guardian" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "language" "language" NOT NULL,
    "token_hash" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "consented_at" TIMESTAMPTZ(3),
    "consented_how" TEXT,
    "text_shown" TEXT,
    "confirmed_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guardian_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement_rule" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "field" "field",
    "language" "language",
    "university" "university",
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "placement_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "decision_choice_id_idx" ON "decision"("choice_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_reference_key" ON "application"("reference");

-- CreateIndex
CREATE INDEX "application_state_submitted_at_idx" ON "application"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "application_person_id_admission_year_key" ON "application"("person_id", "admission_year");

-- CreateIndex
CREATE INDEX "credential_application_id_idx" ON "credential"("application_id");

-- CreateIndex
CREATE INDEX "choice_university_moved_at_id_idx" ON "choice"("university", "moved_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "choice_university_state_moved_at_id_idx" ON "choice"("university", "state", "moved_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "choice_intake_id_idx" ON "choice"("intake_id");

-- CreateIndex
CREATE UNIQUE INDEX "choice_application_id_rank_key" ON "choice"("application_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "choice_application_id_intake_id_key" ON "choice"("application_id", "intake_id");

-- CreateIndex
CREATE INDEX "campaign_owner_created_at_idx" ON "campaign"("owner", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_vendor_id_key" ON "delivery"("vendor_id");

-- CreateIndex
CREATE INDEX "delivery_campaign_id_state_id_idx" ON "delivery"("campaign_id", "state", "id");

-- CreateIndex
CREATE INDEX "delivery_batch_id_idx" ON "delivery"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_campaign_id_person_id_key" ON "delivery"("campaign_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_batch_campaign_id_number_key" ON "campaign_batch"("campaign_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "programme_slug_key" ON "programme"("slug");

-- CreateIndex
CREATE INDEX "intake_programme_id_idx" ON "intake"("programme_id");

-- CreateIndex
CREATE INDEX "intake_admission_year_closes_at_idx" ON "intake"("admission_year", "closes_at");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_slug_key" ON "scheme"("slug");

-- CreateIndex
CREATE INDEX "event_thing_thing_id_id_idx" ON "event"("thing", "thing_id", "id");

-- CreateIndex
CREATE INDEX "event_actor_id_id_idx" ON "event"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_vendor_id_key" ON "mail"("vendor_id");

-- CreateIndex
CREATE INDEX "mail_to_kind_created_at_idx" ON "mail"("to", "kind", "created_at");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- CreateIndex
CREATE INDEX "mail_state_send_after_idx" ON "mail"("state", "send_after");

-- CreateIndex
CREATE INDEX "mail_thing_thing_id_idx" ON "mail"("thing", "thing_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_vendor_event_id_key" ON "webhook_event"("vendor", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_reference_key" ON "enquiry"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_idempotency_key_key" ON "enquiry"("idempotency_key");

-- CreateIndex
CREATE INDEX "enquiry_person_id_idx" ON "enquiry"("person_id");

-- CreateIndex
CREATE INDEX "enquiry_fingerprint_created_at_idx" ON "enquiry"("fingerprint", "created_at");

-- CreateIndex
CREATE INDEX "lead_university_active_at_id_idx" ON "lead"("university", "active_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_university_stage_active_at_id_idx" ON "lead"("university", "stage", "active_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "lead_person_id_university_key" ON "lead"("person_id", "university");

-- CreateIndex
CREATE INDEX "note_thing_thing_id_idx" ON "note"("thing", "thing_id");

-- CreateIndex
CREATE INDEX "duplicate_suggestion_person_bId_idx" ON "duplicate_suggestion"("person_bId");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_suggestion_person_aId_person_bId_key" ON "duplicate_suggestion"("person_aId", "person_bId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_checkout_id_key" ON "payment"("checkout_id");

-- CreateIndex
CREATE INDEX "payment_university_state_idx" ON "payment"("university", "state");

-- CreateIndex
CREATE UNIQUE INDEX "payment_choice_id_key" ON "payment"("choice_id");

-- CreateIndex
CREATE INDEX "contact_kind_value_idx" ON "contact"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "contact_person_id_kind_value_key" ON "contact"("person_id", "kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "suppression_email_key" ON "suppression"("email");

-- CreateIndex
CREATE INDEX "sign_in_code_email_created_at_idx" ON "sign_in_code"("email", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_person_id_role_university_key" ON "staff"("person_id", "role", "university");

-- CreateIndex
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");

-- CreateIndex
CREATE INDEX "consent_university_channel_purpose_awake_at_idx" ON "consent"("university", "channel", "purpose", "awake_at");

-- CreateIndex
CREATE UNIQUE INDEX "guardian_token_hash_key" ON "guardian"("token_hash");

-- CreateIndex
CREATE INDEX "guardian_person_id_idx" ON "guardian"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_rule_position_key" ON "placement_rule"("position");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "choice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_section" ADD CONSTRAINT "application_section_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_intake_id_fkey" FOREIGN KEY ("intake_id") REFERENCES "intake"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_message" ADD CONSTRAINT "campaign_message_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "campaign_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_batch" ADD CONSTRAINT "campaign_batch_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_scheme" ADD CONSTRAINT "programme_scheme_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_scheme" ADD CONSTRAINT "programme_scheme_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "choice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardian" ADD CONSTRAINT "guardian_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what a Prisma schema cannot say. No semicolon in a comment: the script is cut at each.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Search by any part of a name, in any script.
CREATE INDEX "person_name_folded_trgm" ON "person" USING gin ("name_folded" gin_trgm_ops);

-- Search by a part of a phone number or an e-mail.
CREATE INDEX "contact_value_trgm" ON "contact" USING gin ("value" gin_trgm_ops);

-- An e-mail signs in one person only.
CREATE UNIQUE INDEX "contact_signs_in_once" ON "contact" ("value") WHERE "kind" = 'email' AND "signs_in";

-- The alliance's roles have no university, and NULLs do not collide in an ordinary unique index.
CREATE UNIQUE INDEX "staff_alliance_role_once" ON "staff" ("person_id", "role") WHERE "university" IS NULL;

-- One living consent for one thing. A withdrawn one stays beside it as proof.
CREATE UNIQUE INDEX "consent_living_once" ON "consent" ("person_id", "university", "channel", "purpose", "address") WHERE "withdrawn_at" IS NULL;

-- One living guardian for a person.
CREATE UNIQUE INDEX "guardian_living_once" ON "guardian" ("person_id") WHERE "withdrawn_at" IS NULL;

-- A candidate holds one place at a time: two acceptances at once cannot both win.
CREATE UNIQUE INDEX "choice_one_place" ON "choice" ("application_id") WHERE "state" IN ('accepted', 'conditions_pending', 'confirmed', 'deferred');

-- A choice has one standing decision: two officers at once cannot both decide.
CREATE UNIQUE INDEX "decision_standing_once" ON "decision" ("choice_id") WHERE "taken_back_at" IS NULL;

-- What the first column of the desk counts on every page, and mostly few of many.
CREATE INDEX "lead_unseen" ON "lead" ("university", "active_at" DESC, "id" DESC) WHERE "seen_at" IS NULL;
CREATE INDEX "lead_owned" ON "lead" ("owner_id") WHERE "owner_id" IS NOT NULL;
CREATE INDEX "choice_owned" ON "choice" ("owner_id") WHERE "owner_id" IS NOT NULL;
CREATE INDEX "decision_waiting" ON "decision" ("releases_at") WHERE "released_at" IS NULL AND "taken_back_at" IS NULL;

-- News about money names its intent.
CREATE INDEX "payment_intent" ON "payment" ("intent_id") WHERE "intent_id" IS NOT NULL;

ALTER TABLE "content_version" ADD CONSTRAINT "content_version_one_row" CHECK ("id" = 1);
INSERT INTO "content_version" ("id", "version") VALUES (1, 1);

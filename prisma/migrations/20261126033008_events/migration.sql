-- CreateEnum
CREATE TYPE "public_event_kind" AS ENUM ('online', 'fair');

-- CreateEnum
CREATE TYPE "public_event_standing" AS ENUM ('draft', 'published', 'cancelled');

-- CreateTable
CREATE TABLE "public_event" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "owner" "owner" NOT NULL,
    "kind" "public_event_kind" NOT NULL,
    "standing" "public_event_standing" NOT NULL DEFAULT 'draft',
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "venue" JSONB NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rsvp" (
    "id" UUID NOT NULL,
    "public_event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "language" "language" NOT NULL,
    "email" TEXT,
    "email_typed" TEXT,
    "informed_at" TIMESTAMPTZ(3) NOT NULL,
    "day_reminder_at" TIMESTAMPTZ(3),
    "hour_reminder_at" TIMESTAMPTZ(3),
    "attended_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rsvp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_import" (
    "id" UUID NOT NULL,
    "public_event_id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "by_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "list" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "counts" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_event_slug_key" ON "public_event"("slug");

-- CreateIndex
CREATE INDEX "public_event_standing_starts_at_idx" ON "public_event"("standing", "starts_at");

-- CreateIndex
CREATE INDEX "rsvp_person_id_idx" ON "rsvp"("person_id");

-- CreateIndex
CREATE INDEX "rsvp_enquiry_id_idx" ON "rsvp"("enquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "rsvp_public_event_id_person_id_key" ON "rsvp"("public_event_id", "person_id");

-- CreateIndex
CREATE INDEX "attendance_import_public_event_id_idx" ON "attendance_import"("public_event_id");

-- AddForeignKey
ALTER TABLE "rsvp" ADD CONSTRAINT "rsvp_public_event_id_fkey" FOREIGN KEY ("public_event_id") REFERENCES "public_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rsvp" ADD CONSTRAINT "rsvp_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_import" ADD CONSTRAINT "attendance_import_public_event_id_fkey" FOREIGN KEY ("public_event_id") REFERENCES "public_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

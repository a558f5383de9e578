-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('event', 'school', 'partner', 'ambassador');

-- AlterTable
ALTER TABLE "enquiry" ADD COLUMN     "code_id" UUID,
ADD COLUMN     "referrer" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "first_source" TEXT NOT NULL DEFAULT 'direct',
ADD COLUMN     "last_source" TEXT NOT NULL DEFAULT 'direct',
ADD COLUMN     "rescore_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "score_reasons" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "proved_by_id" UUID;

-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "expired_at" TIMESTAMPTZ(3),
ADD COLUMN     "expired_why" TEXT,
ADD COLUMN     "text_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "score_points" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "version" INTEGER NOT NULL,
    "points" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_points_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_code" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "owner" "owner" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "public_event_id" UUID,
    "leads_to" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "score_points_university_version_key" ON "score_points"("university", "version");

-- CreateIndex
CREATE UNIQUE INDEX "source_code_code_key" ON "source_code"("code");

-- CreateIndex
CREATE INDEX "source_code_owner_created_at_idx" ON "source_code"("owner", "created_at");

-- CreateIndex
CREATE INDEX "source_code_public_event_id_idx" ON "source_code"("public_event_id");

-- CreateIndex
CREATE INDEX "lead_university_first_source_active_at_id_idx" ON "lead"("university", "first_source", "active_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "source_code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_points" ADD CONSTRAINT "score_points_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_code" ADD CONSTRAINT "source_code_public_event_id_fkey" FOREIGN KEY ("public_event_id") REFERENCES "public_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_code" ADD CONSTRAINT "source_code_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One living consent for one thing. A withdrawn or expired one stays beside it as proof.
DROP INDEX "consent_living_once";
CREATE UNIQUE INDEX "consent_living_once" ON "consent" ("person_id", "university", "channel", "purpose", "address") WHERE "withdrawn_at" IS NULL AND "expired_at" IS NULL;

-- Most enquiries come by no code, and most scores wait for nothing.
CREATE INDEX "enquiry_code" ON "enquiry" ("code_id") WHERE "code_id" IS NOT NULL;
CREATE INDEX "lead_rescore" ON "lead" ("rescore_at") WHERE "rescore_at" IS NOT NULL;

-- What is known of leads that came before sources were kept with them.
WITH touch AS (
  SELECT "person_id",
    CASE WHEN "utm" ->> 'source' <> '' THEN 'utm:' || lower(left("utm" ->> 'source', 60)) WHEN "kind" IN ('event', 'import') THEN "kind" ELSE 'direct' END AS "source",
    row_number() OVER (PARTITION BY "person_id" ORDER BY "created_at", "id") AS "first",
    row_number() OVER (PARTITION BY "person_id" ORDER BY "created_at" DESC, "id" DESC) AS "last"
  FROM "enquiry"
)
UPDATE "lead" SET "first_source" = f."source", "last_source" = l."source"
FROM touch f JOIN touch l ON l."person_id" = f."person_id" AND l."last" = 1
WHERE f."person_id" = "lead"."person_id" AND f."first" = 1;

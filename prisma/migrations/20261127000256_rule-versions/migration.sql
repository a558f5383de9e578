-- AlterTable
ALTER TABLE "eligibility_rule" ADD COLUMN     "published_at" TIMESTAMPTZ(3),
ADD COLUMN     "published_by_id" UUID,
ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reviewed_by_id" UUID,
ADD COLUMN     "state" "version_state" NOT NULL DEFAULT 'draft';

-- AddForeignKey
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What holds stays in force: of each rule the version that was written last. Every one of them was in force from when it was written.
UPDATE "eligibility_rule" SET "published_at" = "created_at", "published_by_id" = "by_id", "state" = 'superseded';
UPDATE "eligibility_rule" SET "state" = 'published'
WHERE ("line", "version") IN (SELECT "line", max("version") FROM "eligibility_rule" GROUP BY "line");

-- Of each rule one version is in force at most, and one at most is on its way.
CREATE UNIQUE INDEX "eligibility_rule_in_force_key" ON "eligibility_rule"("line") WHERE "state" = 'published';
CREATE UNIQUE INDEX "eligibility_rule_open_key" ON "eligibility_rule"("line") WHERE "state" IN ('draft', 'reviewed');

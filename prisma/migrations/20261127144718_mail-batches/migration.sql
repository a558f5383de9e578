-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "batch_id" UUID;
-- By hand from here: what a Prisma schema cannot say. Only what is on its way has a batch.
CREATE INDEX "mail_batch" ON "mail" ("batch_id") WHERE "batch_id" IS NOT NULL;

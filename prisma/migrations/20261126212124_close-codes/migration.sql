-- AlterTable
ALTER TABLE "source_code" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1;

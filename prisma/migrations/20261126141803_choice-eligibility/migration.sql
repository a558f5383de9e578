-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "eligibility" JSONB;

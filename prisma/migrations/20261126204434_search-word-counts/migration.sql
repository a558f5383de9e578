-- AlterTable
ALTER TABLE "search_word" ADD COLUMN     "programmes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "questions" INTEGER NOT NULL DEFAULT 0;

-- CreateEnum
CREATE TYPE "topic" AS ENUM ('coming', 'papers', 'languages', 'money', 'applying', 'answers', 'living', 'trust');

-- CreateEnum
CREATE TYPE "answer_standing" AS ENUM ('published', 'to_confirm', 'ours');

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "search" tsvector,
ADD COLUMN     "search_of" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "topic" "topic" NOT NULL,
    "owner" "owner",
    "levels" "level"[],
    "standing" "answer_standing" NOT NULL,
    "question" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "as_of" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector,
    "search_of" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_slug_key" ON "question"("slug");

-- CreateIndex
CREATE INDEX "question_topic_position_idx" ON "question"("topic", "position");

-- Search of the catalogue in three languages at once, and by likeness for words typed wrong.
CREATE INDEX "programme_search" ON "programme" USING gin ("search");
CREATE INDEX "question_search" ON "question" USING gin ("search");
CREATE INDEX "search_word_trgm" ON "search_word" USING gin ("word" gin_trgm_ops);

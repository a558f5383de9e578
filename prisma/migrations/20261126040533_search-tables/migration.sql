-- AlterTable
ALTER TABLE "programme" DROP COLUMN "search",
DROP COLUMN "search_of";

-- AlterTable
ALTER TABLE "question" DROP COLUMN "search",
DROP COLUMN "search_of";

-- CreateTable
CREATE TABLE "programme_search" (
    "programme_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "level" NOT NULL,
    "field" "field" NOT NULL,
    "owner" "owner" NOT NULL,
    "teaching" "language"[],
    "standing" "standing" NOT NULL,
    "years" INTEGER[],
    "is_free" BOOLEAN NOT NULL,
    "has_scheme" BOOLEAN NOT NULL,
    "search" tsvector,
    "search_of" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "programme_search_pkey" PRIMARY KEY ("programme_id")
);

-- CreateTable
CREATE TABLE "question_search" (
    "question_id" UUID NOT NULL,
    "topic" "topic" NOT NULL,
    "position" INTEGER NOT NULL,
    "search" tsvector,
    "search_of" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_search_pkey" PRIMARY KEY ("question_id")
);

-- CreateIndex
CREATE INDEX "question_search_topic_position_question_id_idx" ON "question_search"("topic", "position", "question_id");

-- AddForeignKey
ALTER TABLE "programme_search" ADD CONSTRAINT "programme_search_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_search" ADD CONSTRAINT "question_search_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was searched until now is read again when the process starts.
-- A search looks into every row that has its words: they lie in the row itself, not beside it and not compressed, unless a page cannot hold them.
ALTER TABLE "programme_search" ALTER COLUMN "search" SET STORAGE MAIN, SET (toast_tuple_target = 8160);
ALTER TABLE "question_search" ALTER COLUMN "search" SET STORAGE MAIN, SET (toast_tuple_target = 8160);
CREATE INDEX "programme_search_words" ON "programme_search" USING gin ("search");
CREATE INDEX "question_search_words" ON "question_search" USING gin ("search");

-- What a programme is filtered by is kept as the bits of two numbers: they are counted in one go.
ALTER TABLE "programme_search" DROP COLUMN "field",
DROP COLUMN "has_scheme",
DROP COLUMN "is_free",
DROP COLUMN "level",
DROP COLUMN "owner",
DROP COLUMN "standing",
DROP COLUMN "teaching",
ADD COLUMN     "traits" INTEGER NOT NULL DEFAULT 0,
DROP COLUMN "years",
ADD COLUMN     "years" INTEGER NOT NULL DEFAULT 0;

-- Very many texts are found and few of them weighed: the long ones lie beside their rows. All are read again when the process starts.
ALTER TABLE "programme_search" ALTER COLUMN "search" SET STORAGE EXTERNAL, SET (toast_tuple_target = 128);
ALTER TABLE "question_search" ALTER COLUMN "search" SET STORAGE EXTERNAL, SET (toast_tuple_target = 128);
UPDATE "programme_search" SET "search_of" = '';
UPDATE "question_search" SET "search_of" = '';

-- Of very many, those with the words in their title are weighed.
CREATE INDEX "programme_search_titles" ON "programme_search" USING gin (ts_filter("search", '{a}'));
CREATE INDEX "question_search_titles" ON "question_search" USING gin (ts_filter("search", '{a}'));

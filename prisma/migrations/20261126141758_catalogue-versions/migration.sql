-- CreateEnum
CREATE TYPE "catalogue_kind" AS ENUM ('programme', 'scheme', 'question');

-- CreateEnum
CREATE TYPE "version_state" AS ENUM ('draft', 'reviewed', 'published', 'superseded');

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "is_archived" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "scheme" ADD COLUMN     "is_archived" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "is_archived" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "catalogue_version" (
    "id" UUID NOT NULL,
    "kind" "catalogue_kind" NOT NULL,
    "thing_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "owner" "owner",
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "base" "language" NOT NULL,
    "translated_from" JSONB NOT NULL,
    "missing" INTEGER NOT NULL,
    "outdated" INTEGER NOT NULL,
    "state" "version_state" NOT NULL DEFAULT 'draft',
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "catalogue_version_kind_slug_idx" ON "catalogue_version"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_version_kind_thing_id_number_key" ON "catalogue_version"("kind", "thing_id", "number");

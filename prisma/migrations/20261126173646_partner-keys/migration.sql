-- AlterTable
ALTER TABLE "sending" ADD COLUMN     "content" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "partner_key" (
    "id" UUID NOT NULL,
    "university" "university",
    "partner" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "ahead_until" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "partner_key_key_hash_key" ON "partner_key"("key_hash");

-- CreateIndex
CREATE INDEX "partner_key_university_created_at_idx" ON "partner_key"("university", "created_at");

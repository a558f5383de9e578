-- CreateTable
CREATE TABLE "sending" (
    "key_hash" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sending_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE INDEX "sending_created_at_idx" ON "sending"("created_at");

-- CreateEnum
CREATE TYPE "report_channel" AS ENUM ('email', 'whatsapp', 'sms', 'call', 'social', 'letter', 'person', 'other');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('new', 'looking', 'closed');

-- CreateEnum
CREATE TYPE "report_verdict" AS ENUM ('fake', 'ours', 'unclear');

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "about" "owner" NOT NULL,
    "channel" "report_channel" NOT NULL,
    "message" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "asked_money" BOOLEAN NOT NULL,
    "email" TEXT,
    "email_typed" TEXT,
    "language" "language" NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" "report_state" NOT NULL DEFAULT 'new',
    "verdict" "report_verdict",
    "words" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_state_created_at_idx" ON "report"("state", "created_at");

-- CreateIndex
CREATE INDEX "report_fingerprint_created_at_idx" ON "report"("fingerprint", "created_at");

-- CreateIndex
CREATE INDEX "report_email_created_at_idx" ON "report"("email", "created_at");

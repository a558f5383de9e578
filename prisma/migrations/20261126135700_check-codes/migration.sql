-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "code" TEXT;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "code" TEXT;

-- CreateTable
CREATE TABLE "check_try" (
    "code_hash" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "check_try_pkey" PRIMARY KEY ("code_hash","hour")
);

-- CreateIndex
CREATE INDEX "check_try_hour_idx" ON "check_try"("hour");

-- CreateIndex
CREATE INDEX "delivery_code_idx" ON "delivery"("code");

-- CreateIndex
CREATE INDEX "mail_code_idx" ON "mail"("code");

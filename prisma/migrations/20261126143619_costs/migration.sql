-- AlterTable
ALTER TABLE "scheme" ADD COLUMN     "nationals" TEXT[],
ADD COLUMN     "pays" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "exchange_rate" (
    "id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "per_mad_micro" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rate_currency_number_key" ON "exchange_rate"("currency", "number");

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

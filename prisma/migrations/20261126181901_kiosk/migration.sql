-- CreateTable
CREATE TABLE "kiosk" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "public_event_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "pin_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kiosk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tablet" (
    "id" UUID NOT NULL,
    "kiosk_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tablet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tablet_pass" (
    "code_hash" TEXT NOT NULL,
    "tablet_id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tablet_pass_pkey" PRIMARY KEY ("code_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "kiosk_code_key" ON "kiosk"("code");

-- CreateIndex
CREATE INDEX "kiosk_university_created_at_idx" ON "kiosk"("university", "created_at");

-- CreateIndex
CREATE INDEX "kiosk_public_event_id_idx" ON "kiosk"("public_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "tablet_tag_key" ON "tablet"("tag");

-- CreateIndex
CREATE UNIQUE INDEX "tablet_token_hash_key" ON "tablet"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "tablet_kiosk_id_number_key" ON "tablet"("kiosk_id", "number");

-- CreateIndex
CREATE INDEX "tablet_pass_tablet_id_idx" ON "tablet_pass"("tablet_id");

-- CreateIndex
CREATE INDEX "tablet_pass_enquiry_id_idx" ON "tablet_pass"("enquiry_id");

-- AddForeignKey
ALTER TABLE "kiosk" ADD CONSTRAINT "kiosk_public_event_id_fkey" FOREIGN KEY ("public_event_id") REFERENCES "public_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tablet" ADD CONSTRAINT "tablet_kiosk_id_fkey" FOREIGN KEY ("kiosk_id") REFERENCES "kiosk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tablet_pass" ADD CONSTRAINT "tablet_pass_tablet_id_fkey" FOREIGN KEY ("tablet_id") REFERENCES "tablet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('read', 'mapped', 'checked', 'running', 'done', 'undoing', 'undone', 'failed', 'dropped');

-- CreateTable
CREATE TABLE "lead_import" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "by_id" UUID NOT NULL,
    "partner" TEXT NOT NULL,
    "universities" "university"[],
    "file_name" TEXT NOT NULL,
    "file_key" TEXT,
    "file_hash" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "format" JSONB NOT NULL,
    "headings" TEXT[],
    "mapping" TEXT[],
    "sample" JSONB NOT NULL,
    "mapped_times" INTEGER NOT NULL DEFAULT 0,
    "country" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "date_order" TEXT NOT NULL,
    "consent_how" TEXT NOT NULL DEFAULT '',
    "consent_text" TEXT NOT NULL DEFAULT '',
    "consent_on" DATE,
    "state" "import_state" NOT NULL DEFAULT 'read',
    "problem" JSONB,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "fresh" INTEGER NOT NULL DEFAULT 0,
    "joined" INTEGER NOT NULL DEFAULT 0,
    "suggested" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "reduced" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "undo_until" TIMESTAMPTZ(3),

    CONSTRAINT "lead_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_trace" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "change" JSONB,

    CONSTRAINT "import_trace_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "partner_mapping" (
    "university" "university" NOT NULL,
    "partner" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_mapping_pkey" PRIMARY KEY ("university","partner")
);

-- CreateIndex
CREATE INDEX "lead_import_university_created_at_id_idx" ON "lead_import"("university", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_import_file_hash_idx" ON "lead_import"("file_hash");

-- CreateIndex
CREATE INDEX "import_trace_import_id_person_id_idx" ON "import_trace"("import_id", "person_id");

-- AddForeignKey
ALTER TABLE "import_trace" ADD CONSTRAINT "import_trace_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "lead_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

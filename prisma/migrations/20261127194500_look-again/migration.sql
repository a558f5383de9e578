-- Names are heard otherwise: who was compared by the keys of before is compared once more, in the next night.
UPDATE "person" SET "looked_at" = NULL WHERE "merged_into_id" IS NULL AND "looked_at" IS NOT NULL;

-- What was not published yet becomes a version of the catalogue. Its first writer is who the journal says wrote it, and its
-- translations are taken to be of the base as it stands.
INSERT INTO "catalogue_version" ("id", "kind", "thing_id", "number", "owner", "slug", "title", "content", "base",
  "translated_from", "missing", "outdated", "state", "author_id", "created_at")
SELECT gen_random_uuid(), 'event', e."id", 1, e."owner", e."slug", coalesce(nullif(e."title"->>b."base", ''), ''),
  jsonb_build_object('kind', 'event', 'slug', e."slug", 'owner', e."owner", 'eventKind', e."kind", 'title', e."title",
    'summary', e."summary", 'about', e."about", 'venue', e."venue", 'country', e."country", 'link', e."link",
    'startsAt', to_char(e."starts_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'endsAt', to_char(e."ends_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'capacity', e."capacity", 'isSample', e."is_sample"),
  b."base"::language,
  (SELECT jsonb_object_agg(t."name", (
      SELECT coalesce(jsonb_object_agg(l."code",
        left(translate(encode(sha256(convert_to(t."text"->>b."base", 'UTF8')), 'base64'), '+/=', '-_'), 16)), '{}')
      FROM unnest(ARRAY['en', 'fr', 'ar']) AS l("code")
      WHERE l."code" <> b."base" AND t."text"->>l."code" <> '' AND t."text"->>b."base" <> ''))
    FROM (VALUES ('title', e."title"), ('summary', e."summary"), ('about', e."about"), ('venue', e."venue")) AS t("name", "text")
    WHERE t."name" <> 'venue' OR e."kind" <> 'online'),
  (SELECT count(*)::int FROM (VALUES ('title', e."title"), ('summary', e."summary"), ('about', e."about"), ('venue', e."venue"))
      AS t("name", "text"), unnest(ARRAY['en', 'fr', 'ar']) AS l("code")
    WHERE (t."name" <> 'venue' OR e."kind" <> 'online') AND t."text"->>l."code" = ''),
  0, 'draft',
  (SELECT j."actor_id" FROM "event" j WHERE j."thing" = 'public-event' AND j."thing_id" = e."id" AND j."actor_kind" = 'staff'
    ORDER BY j."id" DESC LIMIT 1),
  e."updated_at"
FROM "public_event" e
CROSS JOIN LATERAL (SELECT coalesce((SELECT l."code" FROM unnest(ARRAY['en', 'fr', 'ar']) WITH ORDINALITY AS l("code", "place")
  WHERE e."title"->>l."code" <> '' ORDER BY l."place" LIMIT 1), 'en') AS "base") b
WHERE e."standing" = 'draft';

DELETE FROM "public_event" WHERE "standing" = 'draft';

-- AlterEnum
CREATE TYPE "public_event_standing_new" AS ENUM ('published', 'cancelled');
ALTER TABLE "public_event" ALTER COLUMN "standing" DROP DEFAULT;
ALTER TABLE "public_event" ALTER COLUMN "standing" TYPE "public_event_standing_new" USING ("standing"::text::"public_event_standing_new");
ALTER TYPE "public_event_standing" RENAME TO "public_event_standing_old";
ALTER TYPE "public_event_standing_new" RENAME TO "public_event_standing";
DROP TYPE "public_event_standing_old";
ALTER TABLE "public_event" ALTER COLUMN "standing" SET DEFAULT 'published';

-- AlterTable
ALTER TABLE "scheme" ALTER COLUMN "position" DROP NOT NULL;

-- AlterTable
ALTER TABLE "public_event" ALTER COLUMN "standing" SET DEFAULT 'published';

-- What a scholarship pays, for whom and its place in lists were left out of its versions: they are what they were. Places
-- get room between them.
UPDATE "scheme" SET "position" = ("position" + 1) * 10;

UPDATE "catalogue_version" v SET "content" = v."content" || jsonb_build_object(
  'pays', coalesce((SELECT s."pays" FROM "scheme" s WHERE s."id" = v."thing_id"), '[]'),
  'nationals', coalesce((SELECT to_jsonb(s."nationals") FROM "scheme" s WHERE s."id" = v."thing_id"), '[]'),
  'position', (SELECT s."position" FROM "scheme" s WHERE s."id" = v."thing_id"))
WHERE v."kind" = 'scheme';

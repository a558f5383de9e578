-- CreateEnum
CREATE TYPE "rsvp_kind" AS ENUM ('registered', 'walk_in');

-- CreateEnum
CREATE TYPE "attendance" AS ENUM ('came', 'missed');

-- DropForeignKey
ALTER TABLE "attendance_import" DROP CONSTRAINT "attendance_import_public_event_id_fkey";

-- AlterTable
ALTER TABLE "rsvp" DROP COLUMN "attended_at",
ADD COLUMN     "attendance" "attendance",
ADD COLUMN     "kind" "rsvp_kind" NOT NULL DEFAULT 'registered';

-- DropTable
DROP TABLE "attendance_import";

-- AlterEnum
ALTER TYPE "catalogue_kind" ADD VALUE 'event';

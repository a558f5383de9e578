-- AlterEnum
ALTER TYPE "contact_result" ADD VALUE 'begun';

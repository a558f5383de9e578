-- AlterEnum
ALTER TYPE "rule_treatment" ADD VALUE 'none';

import type { University } from "#app/platform/prisma-client/enums.ts"

/** An import as the journal names it. */
export function importThing({ id, university }: { id: string; university: University }) {
  return { name: "lead-import", id, university }
}

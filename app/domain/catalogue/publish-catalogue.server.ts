import type { Tx } from "#app/platform/ctx.server.ts"
import { tellContentMoved } from "#app/platform/content-news.server.ts"
import { refreshSearch } from "./refresh-search.server.ts"

/**
 * Makes what has changed findable, and moves the version of the public content by one, so that every process forgets
 * the pages it keeps: each is told as soon as the transaction commits. Whoever changes the catalogue calls it in the same transaction. Returns the new version.
 */
export async function publishCatalogue(tx: Tx): Promise<number> {
  await refreshSearch(tx.db)
  const row = await tx.db.contentVersion.upsert({
    where: { id: 1 },
    create: { id: 1, version: 2 },
    update: { version: { increment: 1 } },
    select: { version: true },
  })
  await tellContentMoved(tx.db, row.version)
  return row.version
}

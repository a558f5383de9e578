import type { Database, Db } from "./db.server.ts"

const channel = "content_version"

/** Tells every process on this database, when the transaction commits, that the public content has another version. */
export async function tellContentMoved(db: Pick<Db, "$executeRaw">, version: number): Promise<void> {
  await db.$executeRaw`select pg_notify(${channel}, ${String(version)})`
}

/** Calls `moved` with each version that any process publishes. Gives the way to stop. */
export function hearContentMoved(database: Database, moved: (version: number) => void): Promise<() => Promise<void>> {
  return database.listen(channel, (text) => {
    if (/^\d{1,9}$/.test(text)) moved(Number(text))
  })
}

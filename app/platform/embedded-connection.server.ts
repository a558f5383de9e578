import { Duplex } from "node:stream"
import { setImmediate } from "node:timers/promises"
import type { PGlite } from "@electric-sql/pglite"
import pg from "pg"

/**
 * The embedded database as a pool of pg: the one session that it has, and a queue before it. Whoever asks PGlite past the
 * pool may come between the statements of a transaction.
 */
export function embeddedPool(pglite: PGlite): pg.Pool {
  return new pg.Pool({ max: 1, idleTimeoutMillis: 0, ...anybody, stream: () => new EmbeddedConnection(pglite) })
}

/** PGlite lets in whoever it is. Untold, pg would take the user and the database from the environment. */
const anybody = { user: "postgres", database: "postgres", password: "" }

type Done = (error?: Error | null) => void

/** What pg takes for a socket: PGlite answers in this process what is written to it, in the protocol of PostgreSQL. */
class EmbeddedConnection extends Duplex {
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    super()
    this.#pglite = pglite
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"))
    return this
  }

  // What pg sets on a socket, and what nothing in a process needs.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    void this.#ask(chunk, done)
  }

  /** The messages of a query come together, and are answered together. */
  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    void this.#ask(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }

  async #ask(messages: Buffer, done: Done): Promise<void> {
    const answers: Buffer[] = []
    // PGlite answers before it returns: without this, whoever is being served would be to the end, while others are not even heard.
    await setImmediate()
    try {
      // The bytes lie in memory that the database writes to again.
      await this.#pglite.execProtocolRawStream(messages, { onRawData: (bytes) => answers.push(Buffer.from(bytes)) })
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (answers.length > 0) this.push(Buffer.concat(answers))
    done()
  }
}

import { expect } from "@playwright/test"

/** A mail as the demonstration's outbox shows it. */
export type OutboxMail = {
  id: string
  kind: string
  to: string
  language: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  createdAt: string
}

/** Reads the mails that a demonstration server keeps instead of sending them. */
export class Outbox {
  #url: string
  #patienceMs: number

  /** Waits for a mail for so long: longer where a process dies in the middle of sending it. */
  constructor(url: string, { patienceMs = 20_000 } = {}) {
    this.#url = url
    this.#patienceMs = patienceMs
  }

  /** All mails to an address, newest first. */
  async to(address: string, kind?: string): Promise<OutboxMail[]> {
    const response = await fetch(`${this.#url}/demo/outbox.json`)
    const mails = (await response.json()) as OutboxMail[]
    return mails.filter((mail) => mail.to.toLowerCase() === address.toLowerCase() && (kind === undefined || mail.kind === kind))
  }

  /** Waits for a mail of the kind to the address, other than those of `known`. */
  async next(address: string, kind: string, known: readonly OutboxMail[] = []): Promise<OutboxMail> {
    let found: OutboxMail | undefined
    await expect
      .poll(
        async () => {
          found = (await this.to(address, kind)).find((mail) => !known.some((other) => other.id === mail.id))
          return found?.subject
        },
        { message: `a mail ${kind} to ${address}`, timeout: this.#patienceMs },
      )
      .toBeDefined()
    if (found === undefined) throw new Error(`No mail ${kind} to ${address}`)
    return found
  }
}

/** The addresses of a mail's links, in order. */
export function linksIn(mail: OutboxMail): string[] {
  return [...mail.html.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"))
}

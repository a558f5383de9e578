import type { Sealed, Vault } from "#app/enhance/kiosk/store.ts"

/*
 * Entries lie on the tablet sealed with a key that is made from the PIN; neither is kept. Who holds the tablet without the
 * PIN has only what is left to try: each try costs the rounds below.
 */

/** Rounds of PBKDF2 with SHA-256 (OWASP's figure of 2023). */
const rounds = 600_000

const text = (value: string) => new TextEncoder().encode(value)

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", text(pin), "PBKDF2", false, ["deriveKey"])
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
}

/** Seals a value; `about` is bound to it, so that one entry cannot be put in the place of another. */
export async function seal(key: CryptoKey, about: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text(about) }, key, text(JSON.stringify(value)))
  return { iv, data }
}

export async function unseal(key: CryptoKey, about: string, { iv, data }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text(about) }, key, data)
  return JSON.parse(new TextDecoder().decode(plain))
}

/** Locks a value away behind a PIN. */
export async function makeVault(pin: string, value: unknown): Promise<{ vault: Vault; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await keyOf(pin, salt, rounds)
  return { vault: { salt, rounds, ...(await seal(key, "vault", value)) }, key }
}

/** What is behind the PIN, and the key to all that is sealed with it; null for a wrong one. */
export async function openVault(pin: string, vault: Vault): Promise<{ key: CryptoKey; value: unknown } | null> {
  const key = await keyOf(pin, vault.salt, vault.rounds)
  try {
    return { key, value: await unseal(key, "vault", vault) }
  } catch {
    return null
  }
}

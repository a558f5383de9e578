/** Room for so many marks; of 200,000 addresses about one in a hundred is then taken for repeated that is not. */
const marks = 2 ** 24

/**
 * Which addresses of a list come more than once, in four megabytes however long it is. It may take one for repeated that is
 * not, and never the other way round.
 */
export class RepeatedAddresses {
  readonly #once = new Uint8Array(marks / 8)
  readonly #again = new Uint8Array(marks / 8)

  add(address: string): void {
    const mark = markOf(address)
    if (isSet(this.#once, mark)) set(this.#again, mark)
    else set(this.#once, mark)
  }

  has(address: string): boolean {
    return isSet(this.#again, markOf(address))
  }
}

/** FNV-1a over the text's code units. */
function markOf(text: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  return (hash >>> 0) % marks
}

function isSet(bits: Uint8Array, mark: number): boolean {
  return ((bits[mark >> 3] ?? 0) & (1 << (mark & 7))) !== 0
}

function set(bits: Uint8Array, mark: number): void {
  bits[mark >> 3] = (bits[mark >> 3] ?? 0) | (1 << (mark & 7))
}

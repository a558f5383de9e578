export type WordPart = { kind: "same" | "gone" | "new"; text: string }

/** Beyond this many steps two texts are shown one after the other, not word by word. */
const mostSteps = 4_000_000

/** How one text became another, word by word: the longest run of words they share stays, the rest is gone or new. */
export function wordDifference(before: string, after: string): WordPart[] {
  const one = before.split(/(\s+)/).filter((word) => word !== "")
  const other = after.split(/(\s+)/).filter((word) => word !== "")
  if (one.length * other.length > mostSteps) return joined([...one.map(part("gone")), ...other.map(part("new"))])
  // shared[i][j]: how many words the ends from i and from j have in common.
  const width = other.length + 1
  const shared = new Uint16Array((one.length + 1) * width)
  const at = (i: number, j: number) => shared[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      shared[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const parts: WordPart[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    const [word, next] = [one[i], other[j]]
    if (word !== undefined && word === next) {
      parts.push({ kind: "same", text: word })
      i++
      j++
    } else if (word !== undefined && (next === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: "gone", text: word })
      i++
    } else {
      parts.push({ kind: "new", text: next ?? "" })
      j++
    }
  }
  return joined(parts)
}

const part =
  (kind: WordPart["kind"]) =>
  (text: string): WordPart => ({ kind, text })

/** Runs of one kind as one part. What changes side by side, but for the spaces between, is one change: all of it gone, then all of it new. */
function joined(parts: readonly WordPart[]): WordPart[] {
  const all: WordPart[] = []
  let [gone, fresh, spaces] = ["", "", ""]
  const close = () => {
    if (gone !== "") all.push({ kind: "gone", text: gone })
    if (fresh !== "") all.push({ kind: "new", text: fresh })
    if (spaces !== "") keep(spaces)
    ;[gone, fresh, spaces] = ["", "", ""]
  }
  const keep = (text: string) => {
    const last = all.at(-1)
    if (last?.kind === "same") last.text += text
    else all.push({ kind: "same", text })
  }
  for (const { kind, text } of parts) {
    const isChanging = gone !== "" || fresh !== ""
    if (kind !== "same") {
      gone += isChanging ? spaces : ""
      fresh += isChanging ? spaces : ""
      spaces = ""
      if (kind === "gone") gone += text
      else fresh += text
    } else if (isChanging && text.trim() === "") spaces += text
    else {
      close()
      keep(text)
    }
  }
  close()
  return all
}

import { createHash, randomUUID } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { renderAsync, Resvg } from "@resvg/resvg-js"

/*
 * Pictures are drawn from SVG with the fonts that come with the product and no others: a machine without an Arabic font
 * draws the same picture.
 */

const require = createRequire(import.meta.url)
const font = {
  loadSystemFonts: false,
  fontFiles: [
    require.resolve("@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf"),
    require.resolve("@expo-google-fonts/noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf"),
  ],
  defaultFontFamily: "Noto Serif",
}

/** The families that a picture may name, the Latin one first. */
export const pictureFonts = "Noto Serif, Noto Naskh Arabic"

export type Pictures = {
  /** The picture as PNG: drawn once, then kept on disk under the hash of what is drawn. */
  png(svg: string): Promise<Buffer>
}

/** How wide a line of text is in a picture, in pixels. `inner` is the text as SVG has it. */
export function lineWidth(inner: string, size: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text y="${size}" font-family="${pictureFonts}" font-weight="600" font-size="${size}">${inner}</text></svg>`
  return new Resvg(svg, { font }).getBBox()?.width ?? 0
}

/** Pictures below DATA_DIR. Several processes may draw the same one: the first whole file stands. */
export function openPictures(dataDir: string): Pictures {
  const folder = path.join(dataDir, "pictures")
  const underWay = new Map<string, Promise<Buffer>>()

  async function draw(svg: string, file: string): Promise<Buffer> {
    const kept = await readFile(file).catch(() => null)
    if (kept !== null) return kept
    const bytes = (await renderAsync(svg, { font })).asPng()
    await mkdir(folder, { recursive: true })
    const draft = `${file}.${randomUUID()}`
    await writeFile(draft, bytes)
    await rename(draft, file)
    return bytes
  }

  return {
    png(svg) {
      const hash = createHash("sha256").update(svg).digest("hex")
      const drawing = underWay.get(hash) ?? draw(svg, path.join(folder, `${hash}.png`)).finally(() => underWay.delete(hash))
      underWay.set(hash, drawing)
      return drawing
    },
  }
}

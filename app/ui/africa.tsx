import type { ReactNode } from "react"
import { africaTiles } from "./africa-tiles.ts"

type Props = { names: Readonly<Record<string, string>>; hrefOf: (code: string) => string; caption: ReactNode }

/**
 * Africa as 54 tiles, each a link. It stays left to right in Arabic; on the narrowest screens the tiles become a list
 * of names. The order of the tiles and a column for each are enough to place them. A tile is one element with one short text: 54 of them stand in the first
 * screen, and each more costs every reader a part of the first paint.
 */
export function Africa({ names, hrefOf, caption }: Props) {
  return (
    <figure className="africa" id="africa">
      <figcaption>{caption}</figcaption>
      <div className="tiles" dir="ltr">
        {africaTiles.map(({ code, column }) => (
          <a key={code} href={hrefOf(code)} className={`c${column}`} aria-label={`${names[code] ?? ""} · ${code}`}>
            {code}
          </a>
        ))}
      </div>
    </figure>
  )
}

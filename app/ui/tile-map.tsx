import { africaTiles } from "./africa-tiles.ts"

/** Africa as 54 tiles whose tone, 0 to 4, says how many. Places and tones are classes. It stays left to right. */
export function TileMap({ tiles, label }: { tiles: readonly { code: string; title: string; tone: number }[]; label: string }) {
  const byCode = new Map(tiles.map((tile) => [tile.code, tile]))
  return (
    <ul className="tile-map" aria-label={label}>
      {africaTiles.map(({ code, row, column }) => {
        const tile = byCode.get(code)
        return (
          <li key={code} className={`y${row} x${column} t${tile?.tone ?? 0}`}>
            <span title={tile?.title}>
              {code}
              <span className="sr">{tile?.title}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

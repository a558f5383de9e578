/** Africa as a grid of 54 tiles: a row of text a row of tiles, each country with its column (1 to 12). */
const rows = [
  "MA4 DZ5 TN6 LY7 EG8",
  "CV1 MR3 ML4 BF5 NE6 TD7 SD8 ER9",
  "GM1 SN2 GN3 CI4 TG5 NG6 CM7 CF8 SS9 ET10 DJ11",
  "GW2 SL3 LR4 GH5 BJ6 GQ7 CG8 UG9 KE10 SO11",
  "ST6 GA7 CD8 RW9 TZ10",
  "AO7 ZM8 BI9 MW10 KM11 SC12",
  "NA7 BW8 ZW9 MZ10 MG11 MU12",
  "ZA8 LS9 SZ10",
]

export const africaTiles: readonly { code: string; row: number; column: number }[] = rows.flatMap((row, index) =>
  row.split(" ").map((tile) => ({ code: tile.slice(0, 2), row: index + 1, column: Number(tile.slice(2)) })),
)

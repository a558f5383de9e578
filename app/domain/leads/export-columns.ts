/** What a list of leads may hold when it is taken away, in the order of the file. */
export const exportColumns = [
  "name",
  "email",
  "phone",
  "country",
  "city",
  "school",
  "language",
  "birthYear",
  "level",
  "fields",
  "stage",
  "owner",
  "tags",
  "created",
  "active",
  "id",
] as const
export type ExportColumn = (typeof exportColumns)[number]

/** What is taken unless somebody says otherwise: how to reach people, and what they asked for. */
export const usualColumns: readonly ExportColumn[] = ["name", "email", "phone", "country", "language", "level", "fields", "stage", "owner"]

export const exportFormats = ["csv", "xlsx"] as const
export type ExportFormat = (typeof exportFormats)[number]

export const longestReason = 200

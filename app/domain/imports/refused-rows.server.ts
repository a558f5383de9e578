import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { csvLine, csvStart } from "#app/domain/journal/csv.ts"
import { findOwnImport } from "./find-own-import.server.ts"
import { problemOf } from "./found-import.ts"
import { readWholeStates } from "./import-states.ts"
import { importThing } from "./import-thing.ts"
import type { Fault } from "./list-row.server.ts"
import { rowsOf } from "./rows-of.server.ts"

const part = 500

/** Says what is wrong in the reader's language. */
export type SayFault = (fault: Fault, headings: readonly string[]) => string

/**
 * The rows of a list that were refused or lost a cell, as the partner wrote them, with their line and what is wrong with each cell:
 * a file to mend and send again. It is read from the list's own file, so that it is there as long as that is kept; of a list that
 * was not read to its end there is none.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function refusedRows(
  ctx: Ctx,
  { importId, say }: { importId: string; say: SayFault },
): Promise<Outcome<AsyncGenerator<string>>> {
  const found = await findOwnImport(ctx, importId)
  if (found.refused) return found
  const list = found.done
  if (list.fileKey === null || !readWholeStates.includes(list.state) || problemOf(list) !== null) return refuse("changed-meanwhile")
  await ctx.transaction((tx) => tx.record("import.refused-taken", importThing(list), { refused: list.refused, reduced: list.reduced }))
  return done(lines())

  async function* lines(): AsyncGenerator<string> {
    const { t } = ctx
    yield (
      csvStart + csvLine([t("imports.refusedFile.line"), t("imports.refusedFile.fate"), t("imports.refusedFile.reason"), ...list.headings])
    )
    for await (const rows of rowsOf(ctx, list, { size: part })) {
      yield rows
        .filter(({ faults }) => faults.length > 0)
        .map(({ record, row, faults }) =>
          csvLine([
            record.line,
            t(`imports.refusedFile.${row === null ? "refused" : "reduced"}`),
            faults.map((fault) => say(fault, list.headings)).join("\n"),
            ...list.headings.map((_, place) => record.cells[place] ?? ""),
          ]),
        )
        .join("")
    }
  }
}

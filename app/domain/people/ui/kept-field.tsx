import { keptName } from "../kept-form.ts"

/** Carries what was typed before signing in from page to page. */
export function KeptField({ kept }: { kept: string | undefined }) {
  return kept === undefined ? null : <input type="hidden" name={keptName} value={kept} />
}

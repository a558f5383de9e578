import { z } from "zod"
import { textField } from "#app/platform/fields.ts"

/** What a note may hold. */
export const noteForm = z.object({ text: textField({ max: 4000, isRequired: true, isLong: true }) })

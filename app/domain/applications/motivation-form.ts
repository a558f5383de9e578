import { z } from "zod"
import { textField } from "#app/platform/fields.ts"

/** Code points. About a page and a half. */
export const motivationMax = 4000

export const motivationForm = z.object({ motivation: textField({ max: motivationMax, isLong: true }) })

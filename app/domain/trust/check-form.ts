import { z } from "zod"
import { textField } from "#app/platform/fields.ts"

export const checkForm = z.object({ what: textField({ max: 1000, isRequired: true, isLong: true }) })

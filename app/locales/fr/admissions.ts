import type { Translation } from "../translation.ts"

export default {} satisfies Translation<typeof import("../en/admissions.ts").default>

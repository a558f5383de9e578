import type { Translation } from "../../translation.ts"

export default {} satisfies Translation<typeof import("../../en/refusals/admissions.ts").default>

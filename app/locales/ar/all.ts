import common from "./common.ts"
import emails from "./emails.ts"
import refusals from "./refusals.ts"

export default { common, emails, refusals }

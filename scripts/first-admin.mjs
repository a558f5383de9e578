// npm run first-admin -- EMAIL GIVEN-NAME [FAMILY-NAME]: lets the first administrator of a real installation sign in.
import { build, generate, install, serve } from "./prepare.mjs"

install()
generate()
build()
serve({ PROCESS: "first-admin" }, process.argv.slice(2))

// npm start: does all that is needed on a machine with npm and Node 20, then serves.
import { build, generate, install, serve } from "./prepare.mjs"

install()
generate()
build()
serve()

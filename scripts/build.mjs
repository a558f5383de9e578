// npm run build: builds when the sources have changed since the last build.
import { build, generate, install } from "./prepare.mjs"

install()
generate()
build()

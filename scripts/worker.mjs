// npm run worker: runs jobs and serves nothing; any number of them beside web processes, on PostgreSQL.
import { build, generate, install, serve } from "./prepare.mjs"

install()
generate()
build()
serve({ PROCESS: "worker" })

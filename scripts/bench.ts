// npm run bench -- NAME: measures one budget of the house. One JSON object a line: bench, metric, value, unit, limit.
// Only this machine is asked; the server, its database and what it is compared with are started and ended here.
import { measureCampaign } from "../e2e/bench/campaign.ts"
import { measureEnquiries } from "../e2e/bench/enquiries.ts"
import { measureImport } from "../e2e/bench/import.ts"
import { measureLeads } from "../e2e/bench/leads.ts"
import { measureSearch } from "../e2e/bench/search.ts"
import { measureServe } from "../e2e/bench/serve.ts"
import { measureWeight } from "../e2e/bench/weight.ts"
import { type Bench, reportOf } from "../e2e/bench/report.ts"

const benches: Record<string, Bench> = {
  weight: measureWeight,
  serve: measureServe,
  campaign: measureCampaign,
  enquiries: measureEnquiries,
  search: measureSearch,
  import: measureImport,
  leads: measureLeads,
}

const name = process.argv[2] ?? ""
const bench = benches[name]
if (bench === undefined) {
  console.error(`Which one? npm run bench -- ${Object.keys(benches).join(" | ")}`)
  process.exit(2)
}

const report = reportOf(name)
await bench(report)
process.exit(report.isWithin() ? 0 : 1)

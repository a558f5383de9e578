import admissions from "./admissions.ts"
import apply from "./apply.ts"
import campaigns from "./campaigns.ts"
import catalogue from "./catalogue.ts"
import common from "./common.ts"
import costs from "./costs.ts"
import countries from "./countries.ts"
import desk from "./desk.ts"
import deskEvents from "./desk-events.ts"
import deskWork from "./desk-work.ts"
import deskIdentity from "./desk-identity.ts"
import eligibility from "./eligibility.ts"
import editing from "./editing.ts"
import emails from "./emails.ts"
import enquire from "./enquire.ts"
import events from "./events.ts"
import imports from "./imports.ts"
import offline from "./offline.ts"
import partners from "./partners.ts"
import kiosk from "./kiosk.ts"
import brochure from "./brochure.ts"
import payments from "./payments.ts"
import people from "./people.ts"
import placement from "./placement.ts"
import scoring from "./scoring.ts"
import site from "./site.ts"
import sources from "./sources.ts"
import states from "./states.ts"
import triage from "./triage.ts"
import trust from "./trust.ts"
import refusalsPeople from "./refusals/people.ts"
import refusalsLeads from "./refusals/leads.ts"
import refusalsIdentity from "./refusals/identity.ts"
import refusalsApplications from "./refusals/applications.ts"
import refusalsPlacement from "./refusals/placement.ts"
import refusalsAdmissions from "./refusals/admissions.ts"
import refusalsPayments from "./refusals/payments.ts"
import refusalsCampaigns from "./refusals/campaigns.ts"
import refusalsCatalogue from "./refusals/catalogue.ts"
import refusalsEditing from "./refusals/editing.ts"
import refusalsCosts from "./refusals/costs.ts"
import refusalsEvents from "./refusals/events.ts"
import refusalsScoring from "./refusals/scoring.ts"
import refusalsSources from "./refusals/sources.ts"
import refusalsImports from "./refusals/imports.ts"
import refusalsLists from "./refusals/lists.ts"
import refusalsTrust from "./refusals/trust.ts"
import refusalsEligibility from "./refusals/eligibility.ts"
import refusalsPartners from "./refusals/partners.ts"
import refusalsKiosk from "./refusals/kiosk.ts"
import refusalsShared from "./refusals/shared.ts"

/** All texts of the language, by area. `refusals` has a sentence for every refusal code. */
export default {
  admissions,
  apply,
  campaigns,
  catalogue,
  common,
  costs,
  countries,
  desk,
  deskEvents,
  deskWork,
  deskIdentity,
  eligibility,
  editing,
  emails,
  enquire,
  events,
  imports,
  offline,
  partners,
  kiosk,
  brochure,
  payments,
  people,
  placement,
  scoring,
  site,
  sources,
  states,
  triage,
  trust,
  refusals: {
    ...refusalsShared,
    people: refusalsPeople,
    leads: refusalsLeads,
    identity: refusalsIdentity,
    applications: refusalsApplications,
    placement: refusalsPlacement,
    admissions: refusalsAdmissions,
    payments: refusalsPayments,
    campaigns: refusalsCampaigns,
    catalogue: refusalsCatalogue,
    editing: refusalsEditing,
    costs: refusalsCosts,
    events: refusalsEvents,
    scoring: refusalsScoring,
    sources: refusalsSources,
    imports: refusalsImports,
    lists: refusalsLists,
    trust: refusalsTrust,
    eligibility: refusalsEligibility,
    kiosk: refusalsKiosk,
    partners: refusalsPartners,
  },
}

import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { mergePeople } from "#app/domain/identity/merge-people.server.ts"
import { outcomeLines } from "#app/domain/identity/outcome-lines.ts"
import { type PairPerson, readPair } from "#app/domain/identity/pair-file.server.ts"
import { type MergeField, mergeFields } from "#app/domain/identity/plan-merge.ts"
import { type PairColumn, PairTable } from "#app/domain/identity/ui/pair-table.tsx"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { dayText } from "#app/ui/desk-dates.ts"
import { Key, Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import { listed } from "#app/ui/listed.ts"
import { sentence } from "#app/ui/sentence.ts"
import type { Route } from "./+types/duplicate"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const { t, language } = ctx
  const suggestionId = idOf(params.suggestionId)
  const pair = notFoundUnless(await readPair(ctx, { suggestionId, keptId: new URL(request.url).searchParams.get("keep") }))
  const nameOf = (person: PairPerson) => `${person.givenName} ${person.familyName}`.trim() || t("deskIdentity.unnamed")
  const said: Record<MergeField, (person: PairPerson) => string> = {
    name: (person) => `${person.givenName} ${person.familyName}`.trim(),
    birth: ({ birthDate, birthYear }) =>
      birthDate === null ? (birthYear === null ? "" : String(birthYear)) : dayText(birthDate, language, "UTC"),
    language: (person) => t(`common.languageName.${person.language}`),
    country: ({ country }) => (country === null ? "" : (countryName(country, language) ?? t("common.elsewhere"))),
    city: ({ city }) => city,
    school: ({ school }) => school,
  }
  const columnOf = (person: PairPerson): PairColumn => {
    const stage = person.lead === null ? "" : t(`states.lead.${person.lead.stage}`)
    return {
      id: person.id,
      name: nameOf(person),
      contacts: person.contacts,
      enquiries: person.enquiries.map(({ id, message, reference, at }) => ({
        id,
        message,
        about: `\u2068${reference}\u2069 · ${dayText(at, language)}`,
      })),
      years: listed(
        t,
        person.years.map((year) => String(year)),
      ),
      lead:
        person.lead === null
          ? null
          : {
              href: `/desk/leads/${person.lead.id}`,
              text: person.lead.ownerName === null ? stage : t("deskIdentity.owned", { stage, owner: person.lead.ownerName }),
            },
      isKnownElsewhere: person.isKnownElsewhere,
      since: dayText(person.createdAt, language),
    }
  }
  return {
    id: pair.id,
    subject: { name: nameOf(pair.kept), state: "" },
    reasons: listed(
      t,
      pair.reasons.map((reason) => t(`desk.lookReason.${reason}`)),
    ),
    likeness: t("deskIdentity.likenessOf", { score: pair.score }),
    isDismissed: pair.isDismissed,
    kept: columnOf(pair.kept),
    away: columnOf(pair.away),
    fields: pair.fields.map(({ field, ...more }) => ({ field, ...more, kept: said[field](pair.kept), away: said[field](pair.away) })),
    turnTo: pair.mayTurn || pair.refusal !== null ? `/desk/duplicates/${pair.id}?keep=${pair.away.id}` : null,
    refusal: pair.refusal,
    outcome: pair.outcome === null ? [] : outcomeLines(t, pair.outcome),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const suggestionId = idOf(params.suggestionId)
  const typed = await typedOf(request)
  const [keptId, awayId] = [idOf(typed["kept"]?.[0]), idOf(typed["away"]?.[0])]
  const chosen = mergeFields.flatMap((field) => {
    const side = typed[field]?.[0]
    return side === "kept" || side === "away" ? [[field, side] as const] : []
  })
  const outcome = await mergePeople(ctx, { keptId, awayId, choices: Object.fromEntries(chosen) })
  // Who was quicker may have made them one: then there is no pair any more to show this on.
  if (outcome.refused?.code === "identity.merged-already") return backWith(outcome, "/desk/duplicates", "")
  if (outcome.refused?.code.startsWith("identity.") || outcome.refused?.code === "changed-meanwhile")
    return replyRefusal(typed, outcome.refused)
  return backWith(
    outcome,
    outcome.done === undefined ? `/desk/duplicates/${suggestionId}` : `/desk/merges/${outcome.done.mergeId}`,
    "pair-merged",
  )
}

export default function Duplicate({ loaderData: pair, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const refused = actionData?.problems[0]?.code ?? pair.refusal
  const action = `/desk/duplicates/${pair.id}`
  return (
    <div className="sheet">
      <title>{`${t("deskIdentity.compare")} · ${t("common.name")}`}</title>
      <Link to="/desk/duplicates">{t("deskIdentity.toList")}</Link>
      <h1>{t("deskIdentity.compare")}</h1>
      <p className="lead">
        {pair.reasons} · {pair.likeness}
      </p>
      {pair.isDismissed ? <p className="quiet">{t("deskIdentity.isDismissed")}</p> : null}
      {refused === null ? null : (
        <section className="panel clay" role="alert">
          <h2>{t("deskIdentity.refusedTitle")}</h2>
          <p>{sentence(t, refused)}</p>
        </section>
      )}
      {/* Another form when the other one is kept: what is chosen is chosen anew. */}
      <Form method="post" action={action} id="merge" key={pair.kept.id}>
        <input type="hidden" name="kept" value={pair.kept.id} />
        <input type="hidden" name="away" value={pair.away.id} />
        <PairTable kept={pair.kept} away={pair.away} fields={pair.fields} turnTo={pair.turnTo} mayChoose={pair.refusal === null} />
      </Form>
      {pair.outcome.length === 0 ? null : (
        <Panel title={t("deskIdentity.happens")} isWide>
          <ul>
            {pair.outcome.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      )}
      <div className="acts">
        {pair.refusal === null ? (
          <button type="submit" form="merge" className="act go" data-key="1" aria-keyshortcuts="1">
            {t("deskIdentity.merge")} <Key>1</Key>
          </button>
        ) : null}
        {pair.isDismissed ? null : (
          <VerbButton action={`${action}/dismiss`} back="/desk/duplicates" hotkey="2">
            {t("deskIdentity.dismiss")}
          </VerbButton>
        )}
      </div>
    </div>
  )
}

import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { suggestByHand } from "#app/domain/identity/suggest-by-hand.server.ts"
import { findLead, listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless, typedOf } from "#app/platform/http.server.ts"
import { Empty, VerbButton } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/lead-same"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const leadId = idOf(params.leadId)
  const { lead } = notFoundUnless(await findLead(ctx, { university, leadId }))
  // A word of its own: the desk's search for people stays empty.
  const words = (new URL(request.url).searchParams.get("who") ?? "").trim().slice(0, 200)
  const scope = { university, personId: ctx.actor.personId, filter: { words } }
  const found = words === "" ? [] : (await listLeads(ctx, { ...scope, size: 20 })).rows
  return {
    id: leadId,
    words,
    name: `${lead.person.givenName} ${lead.person.familyName}`.trim(),
    rows: found
      .filter(({ id }) => id !== leadId)
      .map(({ id, name, country, stage }) => ({
        id,
        name,
        about: [country === null ? null : (countryName(country, language) ?? t("common.elsewhere")), t(`states.lead.${stage}`)]
          .filter((part) => part !== null)
          .join(" · "),
      })),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const leadId = idOf(params.leadId)
  const typed = await typedOf(request)
  const outcome = await suggestByHand(ctx, { leadId, otherLeadId: idOf(typed["other"]?.[0]) })
  return backWith(
    outcome,
    outcome.done === undefined ? `/desk/leads/${leadId}/same` : `/desk/duplicates/${outcome.done.suggestionId}`,
    "pair-found",
  )
}

export default function LeadSame({ loaderData: { id, name, words, rows } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const base = `/desk/leads/${id}/same`
  const seek = useRef<HTMLInputElement>(null)
  // Whoever comes by a key goes on typing whom they mean.
  useEffect(() => {
    if (words === "") seek.current?.focus()
  }, [words])
  return (
    <div className="sheet">
      <title>{`${t("deskIdentity.byHand.title", { name })} · ${t("common.name")}`}</title>
      <Link to={`/desk/leads/${id}`}>{t("deskIdentity.byHand.back")}</Link>
      <h1>{t("deskIdentity.byHand.title", { name: `\u2068${name}\u2069` })}</h1>
      <p className="lead">
        <label htmlFor="f-same">{t("deskIdentity.byHand.label")}</label>
      </p>
      <Form method="get" action={base} role="search" className="seek">
        <input id="f-same" type="search" name="who" defaultValue={words} dir="auto" autoComplete="off" ref={seek} />
        <button type="submit" className="act">
          {t("deskIdentity.byHand.find")}
        </button>
      </Form>
      {rows.length === 0 && words !== "" ? <Empty title={t("deskIdentity.byHand.none")} /> : null}
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id} className="in-line">
            <Link to={`/desk/leads/${row.id}`}>
              <bdi>{row.name}</bdi>
            </Link>
            <small>{row.about}</small>
            <VerbButton
              action={base}
              back={base}
              values={{ other: row.id }}
              label={t("deskIdentity.byHand.compareWith", { name: row.name })}
            >
              {t("deskIdentity.byHand.compare")}
            </VerbButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { readMerge } from "#app/domain/identity/merge-file.server.ts"
import { unmergePeople } from "#app/domain/identity/unmerge-people.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, backWith, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Facts, Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/merge"

const fields = ["given_name", "family_name", "birth_date", "birth_year", "language", "country", "city", "school"] as const
const moved = ["contact", "enquiry", "application"] as const

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const { t, language } = ctx
  const merge = notFoundUnless(await readMerge(ctx, idOf(params.mergeId)))
  const textOf = (field: string, value: string | null) => {
    if (value === null || value === "") return t("deskIdentity.unsaid")
    if (field === "country") return countryName(value, language) ?? t("common.elsewhere")
    if (field === "birth_date") return value.slice(0, 10)
    return field === "language" ? t(`common.languageName.${value as "en"}`) : value
  }
  return {
    id: merge.id,
    keptName: merge.keptName,
    awayName: merge.awayName,
    leadId: merge.leadId,
    laterId: merge.laterId,
    subject: {
      name: merge.keptName,
      state: "",
    },
    line: t("deskIdentity.mergedLine", {
      name: merge.byName,
      date: momentText(merge.at, language),
    }),
    separated:
      merge.undoneAt === null
        ? null
        : t("deskIdentity.separatedLine", {
            name: merge.undoneByName ?? "",
            date: momentText(merge.undoneAt, language),
          }),
    changed: fields.flatMap((field) => {
      const change = merge.changed.find((each) => each.field === field)
      return change === undefined
        ? []
        : [
            {
              field,
              was: textOf(field, change.was),
              became: textOf(field, change.became),
            },
          ]
    }),
    moved: moved.flatMap((thing) =>
      merge.moved[thing] === undefined
        ? []
        : [
            {
              thing,
              count: String(merge.moved[thing]),
            },
          ],
    ),
  }
}

export async function action({ params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const mergeId = idOf(params.mergeId)
  return backWith(await unmergePeople(ctx, { mergeId }), `/desk/merges/${mergeId}`, "pair-separated")
}

export default function Merge({ loaderData: merge }: Route.ComponentProps) {
  const { t } = useTranslation()
  const names = { kept: merge.keptName, away: merge.awayName }
  return (
    <div className="sheet">
      <title>{`${t("deskIdentity.mergedTitle", names)} · ${t("common.name")}`}</title>
      <Link to="/desk/duplicates">{t("deskIdentity.toList")}</Link>
      <h1>{t("deskIdentity.mergedTitle", names)}</h1>
      <p className="lead">
        {merge.line} {merge.separated}
      </p>
      {merge.leadId === null ? null : (
        <p>
          <Link to={`/desk/leads/${merge.leadId}`}>{t("deskIdentity.openLead")}</Link>
        </p>
      )}
      <div className="cols">
        <Panel title={t("deskIdentity.changed", { name: merge.awayName })}>
          {merge.changed.length === 0 ? <p className="quiet">{t("deskIdentity.changedNothing", { name: merge.keptName })}</p> : null}
          <Facts
            rows={merge.changed.map(({ field, was, became }) => [
              t(`deskIdentity.field.${field}`),
              <bdi key={field}>{t("deskIdentity.became", { was, became })}</bdi>,
            ])}
          />
        </Panel>
        <Panel title={t("deskIdentity.moved")}>
          {merge.moved.length === 0 ? <p className="quiet">{t("deskIdentity.movedNothing")}</p> : null}
          <Facts rows={merge.moved.map(({ thing, count }) => [t(`deskIdentity.movedRow.${thing}`), count])} />
        </Panel>
      </div>
      {merge.separated !== null ? null : (
        <Panel title={t("deskIdentity.afterTitle")} tone="saffron" isWide>
          <ul>
            {(["back", "stays", "goes"] as const).map((key) => (
              <li key={key}>{t(`deskIdentity.after.${key}`, names)}</li>
            ))}
          </ul>
          {merge.laterId === null ? (
            <VerbButton action={`/desk/merges/${merge.id}`} back={`/desk/merges/${merge.id}`} look="warn">
              {t("deskIdentity.separate")}
            </VerbButton>
          ) : (
            <p>
              {t("deskIdentity.laterFirst")} <Link to={`/desk/merges/${merge.laterId}`}>{t("deskIdentity.openLater")}</Link>
            </p>
          )}
        </Panel>
      )}
    </div>
  )
}

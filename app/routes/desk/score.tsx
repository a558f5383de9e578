import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { listPoints } from "#app/domain/scoring/points-queries.server.ts"
import { savePoints } from "#app/domain/scoring/save-points.server.ts"
import { pointsForm, pointsOf, scoreReasons } from "#app/domain/scoring/score-points.ts"
import { PointsForm } from "#app/domain/scoring/ui/points-form.tsx"
import { allowedStaffOf, backWith, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import type { Route } from "./+types/score"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("score.read"))
  const { t, language } = ctx
  const versions = await listPoints(ctx, universityOf(ctx.actor))
  const [latest] = versions
  const asked = new URL(request.url).searchParams.get("from")
  const taken = versions.find(({ version }) => String(version) === asked) ?? latest
  return {
    mayEdit: roleMay(ctx.actor.role, "score.edit"),
    version: latest.version,
    taken: taken === latest ? null : taken.version,
    points: taken.points,
    versions: versions.map(({ version, points, who, createdAt }) => ({
      version,
      points: scoreReasons.map((reason) => ({ reason, words: numberText(points[reason], language) })),
      who,
      when: createdAt === null ? t("scoring.first") : momentText(createdAt, language),
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("score.edit"))
  const form = await readForm(request, pointsForm)
  if (!form.ok) return replyProblems(form.reply)
  const { version = 0, ...points } = form.value
  const outcome = await savePoints(ctx, { version, points: pointsOf(points) })
  if (outcome.refused && outcome.refused.code !== "not-allowed") return replyRefusal(form.typed, outcome.refused)
  return backWith(outcome, "/desk/score", outcome.done?.isSame ? "points-unchanged" : "points-saved")
}

export default function Score({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { mayEdit, version, taken, points, versions } = loaderData
  return (
    <div className="sheet">
      <title>{`${t("scoring.title")} · ${t("common.name")}`}</title>
      <h1>{t("scoring.title")}</h1>
      <p className="lead">{t("scoring.lead")}</p>
      {mayEdit ? (
        <>
          {taken === null ? null : <p className="note">{t("scoring.taken", { number: taken })}</p>}
          <PointsForm key={`${version} ${taken}`} points={points} version={version} reply={actionData} />
        </>
      ) : null}
      <h2>{t("scoring.history")}</h2>
      <div className="wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("scoring.reason")}</th>
              {versions.map((one) => (
                <th key={one.version} scope="col" className="num">
                  {t("scoring.version")} {one.version}
                  <br />
                  <span className={one.version === version ? "tag" : "tag amber"}>
                    {t(one.version === version ? "scoring.inForce" : "scoring.former")}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scoreReasons.map((reason, row) => (
              <tr key={reason}>
                <th scope="row">{t(`scoring.reasons.${reason}`)}</th>
                {versions.map((one) => (
                  <td key={one.version} className="num">
                    {one.points[row]?.words}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t("scoring.who")}</th>
              {versions.map((one) => (
                <td key={one.version} className="num">
                  <bdi>{one.who}</bdi>
                  <br />
                  <small className="quiet">{one.when}</small>
                  {mayEdit && one.version !== version ? (
                    <>
                      <br />
                      <Link to={`?from=${one.version}`} aria-label={t("scoring.takeLabel", { number: one.version })}>
                        {t("scoring.take")}
                      </Link>
                    </>
                  ) : null}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  )
}

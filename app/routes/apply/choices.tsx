import { useTranslation } from "react-i18next"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { choicesForm, mostChoices, pressed } from "#app/domain/applications/choices-form.ts"
import { likelyLevel } from "#app/domain/applications/likely-level.server.ts"
import { saveChoices } from "#app/domain/applications/save-choices.server.ts"
import { OpenIntake } from "#app/domain/applications/ui/open-intake.tsx"
import { RankedChoice } from "#app/domain/applications/ui/ranked-choice.tsx"
import { SectionHead } from "#app/domain/applications/ui/section-head.tsx"
import { listOpenIntakes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { candidateOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Choices, PostForm, Submit } from "#app/ui/form.tsx"
import type { Route } from "./+types/choices"

const levels = ["bachelor", "master", "phd"] as const

/** Opens on the level that the candidate most likely looks for; `?level=` says another, or `all`. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  const query = new URL(request.url).searchParams
  const about = query.get("about")
  const open = (await listOpenIntakes(ctx)).filter((intake) => intake.admissionYear === application.admissionYear)
  const wanted = query.get("level")
  const likely = wanted === null ? await likelyLevel(ctx, { personId: application.personId, credentials: application.credentials }) : null
  const opening = open.some((intake) => intake.level === likely) ? likely : null
  const level = levels.find((known) => known === wanted) ?? opening
  const shown = open.filter((intake) => level === null || intake.level === level)
  return {
    language: ctx.language,
    application,
    level,
    isAnythingOpen: open.length > 0,
    intakes: [...shown.filter((intake) => intake.programmeSlug === about), ...shown.filter((intake) => intake.programmeSlug !== about)],
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, choicesForm)
  if (!form.ok) return replyProblems(form.reply)
  const { intake, act, preferred } = form.value
  const outcome = await saveChoices(ctx, { intakeIds: pressed(intake, act), preferredUniversity: preferred })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const { search } = new URL(request.url)
  return redirect(act === "" ? `/${ctx.language}/apply/motivation` : `/${ctx.language}/apply/choices${search}`)
}

export default function ChoicesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application, intakes, level } = loaderData
  const { ranking } = application
  const isFull = ranking.length >= mostChoices
  const hasJoint = ranking.some((choice) => choice.owner === "JOINT")
  return (
    <>
      <SectionHead language={language} section="choices" application={application}>
        {t("apply.choices.lead")}
      </SectionHead>
      <PostForm reply={actionData} labels={{}}>
        {/* The Enter key presses the first button of a form: it saves, and moves nothing. */}
        <button type="submit" hidden>
          {t("apply.saveAndGo")}
        </button>
        {ranking.map((choice) => (
          <input key={choice.intakeId} type="hidden" name="intake" value={choice.intakeId} />
        ))}
        <section>
          <h2>{t("apply.choices.yours")}</h2>
          {ranking.length === 0 ? (
            <p className="note">{t("apply.choices.none")}</p>
          ) : (
            <>
              <ol className="ranked">
                {ranking.map((choice, index) => (
                  <RankedChoice
                    key={choice.id}
                    language={language}
                    choice={choice}
                    place={application.place}
                    isFirst={index === 0}
                    isLast={index === ranking.length - 1}
                  />
                ))}
              </ol>
              <p className="quiet-text">{t("apply.deadline.counts")}</p>
            </>
          )}
          {hasJoint ? (
            <Choices
              kind="radio"
              name="preferred"
              label={t("apply.choices.preferred")}
              help={t("apply.choices.preferredHelp")}
              isOptional
              values={[application.preferredUniversity ?? ""]}
              options={[
                { value: "AUI", label: t("common.university.AUI") },
                { value: "UM6P", label: t("common.university.UM6P") },
                { value: "", label: t("apply.choices.preferredNone") },
              ]}
            />
          ) : (
            <input type="hidden" name="preferred" value={application.preferredUniversity ?? ""} />
          )}
          {ranking.length === 0 ? null : (
            <p className="acts">
              <Submit>{t("apply.saveAndGo")}</Submit>
            </p>
          )}
        </section>
        {isFull ? <p className="note">{t("apply.choices.full")}</p> : null}
        <section hidden={isFull}>
          <h2>{t("apply.choices.add")}</h2>
          {loaderData.isAnythingOpen ? (
            <nav className="filter" aria-label={t("apply.choices.filter")}>
              <a href={`/${language}/apply/choices?level=all`} aria-current={level === null ? "true" : undefined}>
                {t("apply.choices.filterAll")}
              </a>
              {levels.map((known) => (
                <a key={known} href={`/${language}/apply/choices?level=${known}`} aria-current={level === known ? "true" : undefined}>
                  {t(`common.level.${known}`)}
                </a>
              ))}
            </nav>
          ) : (
            <p className="note">
              {t("apply.choices.nothingAtAll")} <a href={`/${language}/enquire`}>{t("apply.choices.nothingAtAllLink")}</a>
            </p>
          )}
          {loaderData.isAnythingOpen && intakes.length === 0 ? <p className="note">{t("apply.choices.nothingOpen")}</p> : null}
          <ul className="intakes">
            {(isFull ? [] : intakes).map((intake) => (
              <OpenIntake
                key={intake.id}
                language={language}
                intake={intake}
                place={application.place}
                isChosen={ranking.some((choice) => choice.intakeId === intake.id)}
              />
            ))}
          </ul>
        </section>
      </PostForm>
    </>
  )
}

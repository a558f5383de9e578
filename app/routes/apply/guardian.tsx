import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { askGuardian } from "#app/domain/people/ask-guardian.server.ts"
import { guardianRelations } from "#app/domain/people/guardian-relations.ts"
import { candidateOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { choiceField, nameField, textField } from "#app/platform/fields.ts"
import { PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import { dayText } from "#app/ui/moment.ts"
import type { Route } from "./+types/guardian"

const guardianForm = z.object({
  guardianName: nameField({ isRequired: true }),
  guardianRelation: choiceField(guardianRelations),
  guardianEmail: textField({ max: 254 }),
  guardianPhone: textField({ max: 40 }),
})

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application === null) throw redirect(`/${ctx.language}/apply`)
  return { language: ctx.language, application }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, guardianForm)
  if (!form.ok) return replyProblems(form.reply)
  const { guardianName: name, guardianRelation: relation, guardianEmail: email, guardianPhone: phone } = form.value
  const outcome = await askGuardian(ctx, { personId: ctx.actor.personId, name, relation, email, phone })
  return outcome.refused ? replyRefusal(form.typed, outcome.refused) : redirect(`/${ctx.language}/apply/guardian`)
}

export default function Guardian({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application } = loaderData
  const { guardian, place } = application
  const title = t("apply.guardian.title")
  const labels = {
    guardianName: t("apply.guardian.name"),
    guardianRelation: t("apply.guardian.relation"),
    guardianEmail: t("apply.guardian.email"),
    guardianPhone: t("apply.guardian.phone"),
  }
  const next = application.state === "draft" ? `/${language}/apply/education` : `/${language}/apply`
  const why = whyOf(application)
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <p className="crumb">
        <a href={`/${language}/apply`}>{t("apply.toList")}</a> · {t("apply.guardian.step")}
      </p>
      <h1>{title}</h1>
      <p className="lead">
        {why === "cosign" ? t("apply.guardian.whyCosign", { age: application.bindingAge }) : t(`apply.guardian.${why}`)}
      </p>
      {guardian === null ? null : (
        <p className="done">
          {guardian.consentedAt !== null
            ? t("apply.guardian.consented", { ...namesOf(guardian), day: dayText(language, guardian.consentedAt, place.zone) })
            : guardian.askedAt !== null
              ? t("apply.guardian.asked", { ...namesOf(guardian), day: dayText(language, guardian.askedAt, place.zone) })
              : t("apply.list.guardianPhone", { name: guardian.name })}
        </p>
      )}
      {why === "birthFirst" || why === "notNeeded" ? null : (
        <details className="more" open={guardian === null || actionData !== undefined}>
          <summary>{guardian === null ? t("apply.guardian.ask") : t("apply.guardian.change")}</summary>
          <PostForm reply={actionData} labels={labels}>
            <TextField name="guardianName" label={labels.guardianName} value={guardian?.name} autoComplete="off" />
            <SelectField
              name="guardianRelation"
              label={labels.guardianRelation}
              value={guardian?.relation}
              options={guardianRelations.map((relation) => ({ value: relation, label: t(`people.relation.${relation}`) }))}
            />
            <TextField
              name="guardianEmail"
              type="email"
              dir="ltr"
              label={labels.guardianEmail}
              help={t("apply.guardian.contactHelp")}
              value={guardian?.email}
              autoComplete="off"
            />
            <TextField
              name="guardianPhone"
              type="tel"
              dir="ltr"
              label={labels.guardianPhone}
              help={t("apply.guardian.phoneHelp")}
              value={guardian?.phone}
              autoComplete="off"
            />
            <p className="acts">
              <Submit>{t("apply.guardian.ask")}</Submit>
            </p>
          </PostForm>
        </details>
      )}
      <p className="acts">
        <a
          className={guardian === null && why !== "notNeeded" ? "btn quiet" : "btn"}
          href={why === "birthFirst" ? `/${language}/apply/about` : next}
        >
          {guardian === null && why !== "notNeeded" && why !== "birthFirst" ? t("apply.guardian.later") : t("common.form.continue")}
        </a>
      </p>
    </>
  )

  function namesOf({ name, relation }: { name: string; relation: string }) {
    const known = guardianRelations.find((candidate) => candidate === relation)
    return { name, relation: known === undefined ? relation : t(`people.relationInside.${known}`) }
  }
}

function whyOf(application: { birthDate: Date | null; isMinor: boolean; needsCosign: boolean }) {
  if (application.birthDate === null) return "birthFirst"
  if (application.isMinor) return "whyMinor"
  return application.needsCosign ? "cosign" : "notNeeded"
}

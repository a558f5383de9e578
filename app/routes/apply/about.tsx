import { useTranslation } from "react-i18next"
import { aboutForm, genders, mostNationalities } from "#app/domain/applications/about-form.ts"
import { afterSave } from "#app/domain/applications/after-save.ts"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { saveAbout } from "#app/domain/applications/save-about.server.ts"
import { SectionButtons } from "#app/domain/applications/ui/section-buttons.tsx"
import { SectionHead } from "#app/domain/applications/ui/section-head.tsx"
import { countriesSorted, elsewhere } from "#app/domain/catalogue/countries.ts"
import { isMinor } from "#app/domain/people/majority.ts"
import { candidateOf, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { Choices, DateField, PostForm, SelectField, SelectList, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/about"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  return { language: ctx.language, application, countries: countriesSorted(ctx.language) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const form = await readForm(request, aboutForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await saveAbout(ctx, form.value)
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  const then = form.typed["then"]?.[0]
  const asksGuardian = then === undefined && isMinor(form.value, ctx.now()) && outcome.done.missing.includes("guardian")
  return redirect(asksGuardian ? `/${ctx.language}/apply/guardian` : afterSave(ctx.language, "about", then))
}

export default function About({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application } = loaderData
  const options = [
    ...loaderData.countries.map(({ code, name }) => ({ value: code, label: name })),
    { value: elsewhere, label: t("common.elsewhere") },
  ]
  const labels = {
    givenNames: t("apply.about.givenNames"),
    familyName: t("apply.about.familyName"),
    birthDate: t("apply.about.birthDate"),
    gender: t("apply.about.gender"),
    nationality: t("apply.about.nationality"),
    residence: t("apply.about.residence"),
  }
  return (
    <>
      <SectionHead language={language} section="about" application={application}>
        {t("apply.about.lead")}
      </SectionHead>
      <PostForm reply={actionData} labels={labels}>
        <TextField name="givenNames" label={labels.givenNames} value={application.givenNames} autoComplete="given-name" />
        <TextField
          name="familyName"
          label={labels.familyName}
          help={t("apply.about.familyHelp")}
          value={application.familyName}
          autoComplete="family-name"
          isOptional
        />
        <DateField
          name="birthDate"
          label={labels.birthDate}
          help={t("apply.about.birthHelp")}
          value={application.birthDate}
          parts={{ day: t("apply.about.day"), month: t("apply.about.month"), year: t("apply.about.year") }}
        />
        <Choices
          kind="radio"
          name="gender"
          label={labels.gender}
          help={t("apply.about.genderHelp")}
          isOptional
          values={application.gender === null ? [] : [application.gender]}
          options={genders.map((gender) => ({ value: gender, label: t(`apply.about.genders.${gender}`) }))}
        />
        <SelectList
          name="nationality"
          label={labels.nationality}
          help={t("apply.about.nationalityHelp")}
          options={options}
          values={application.nationalities}
          count={mostNationalities}
          moreLabel={t("apply.about.nationalityMore")}
        />
        <SelectField
          name="residence"
          label={labels.residence}
          help={t("apply.about.residenceHelp")}
          value={application.residence}
          options={options}
        />
        {application.isMinor || application.needsCosign ? (
          <p className="note">
            <a href={`/${language}/apply/guardian`}>{t("apply.guardian.title")}</a>
          </p>
        ) : null}
        <SectionButtons />
      </PostForm>
    </>
  )
}

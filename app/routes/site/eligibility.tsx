import { data } from "react-router"
import { useTranslation } from "react-i18next"
import { findProgramme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { fields } from "#app/domain/catalogue/catalogue-filter.ts"
import { countriesSorted, elsewhere } from "#app/domain/catalogue/countries.ts"
import { checkParts, readCheck } from "#app/domain/eligibility/read-check.ts"
import { shareCode } from "#app/domain/eligibility/share-address.server.ts"
import { CheckQuestion } from "#app/domain/eligibility/ui/check-question.tsx"
import { CheckRoad } from "#app/domain/eligibility/ui/check-road.tsx"
import { ctxOf, redirect } from "#app/platform/http.server.ts"
import { GetForm, Submit } from "#app/ui/form.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/eligibility"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const query = new URL(request.url).searchParams
  const { answers, step: asked, unknown, problem } = readCheck(query)
  const slug = query.get("about")?.trim().slice(0, 100) ?? ""
  const programme = slug === "" ? null : await findProgramme(ctx, slug)
  const leftOut = [...unknown, ...(slug !== "" && programme === null ? [slug.toWellFormed().slice(0, 40)] : [])]
  // Who asks about a programme has said what they would like to study.
  const isAimKnown = asked === "aim" && programme !== null
  if ((asked === null || isAimKnown) && leftOut.length === 0) {
    const field = programme === null ? null : (fields.find((one) => one === programme.field.replace("_", "-")) ?? null)
    const whole = isAimKnown ? { ...answers, level: programme.level, field } : answers
    const about = programme === null ? "" : `?about=${programme.slug}`
    return redirect(`/${ctx.language}/eligibility/${shareCode(ctx, whole)}${about}`)
  }
  const typed: Record<string, string[]> = {}
  for (const name of new Set(query.keys())) typed[name] = query.getAll(name)
  const page = {
    language: ctx.language,
    answers,
    step: asked ?? ("aim" as const),
    about: programme === null ? null : { slug: programme.slug, title: programme.title },
    leftOut,
    reply: problem === null ? undefined : { typed, problems: [{ ...problem, field: problem.field ?? "" }] },
    countries: [
      ...countriesSorted(ctx.language).map(({ code, name }) => ({ value: code, label: name })),
      { value: elsewhere, label: ctx.t("common.elsewhere") },
    ],
  }
  return data(page, { status: problem === null ? 200 : 400 })
}

export default function Eligibility({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, answers, step, about, leftOut, reply, countries } = loaderData
  const labels = {
    scale: t("eligibility.scaleLabel"),
    result: t("eligibility.resultLabel"),
    toefl: t("eligibility.toeflLabel"),
  }
  const isLast = step === "aim" || (step === "languages" && about !== null)
  return (
    <div className="page">
      <title>{`${t("eligibility.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("eligibility.description")} />
      <h1>{t("eligibility.title")}</h1>
      <p className="lead">{about === null ? t("eligibility.lead") : t("eligibility.leadAbout", { programme: about.title })}</p>
      {leftOut.length === 0 ? null : <p className="note">{t("eligibility.unknown", { words: listed(t, leftOut) })}</p>}
      <CheckRoad language={language} answers={answers} step={step} about={about?.slug ?? null}>
        <GetForm action={`/${language}/eligibility`} kept={checkParts(answers, step, about?.slug ?? null)} reply={reply} labels={labels}>
          <CheckQuestion language={language} answers={answers} step={step} countries={countries} />
          <p className="acts">
            <Submit>{isLast ? t("eligibility.see") : t("eligibility.next")}</Submit>
          </p>
        </GetForm>
      </CheckRoad>
    </div>
  )
}

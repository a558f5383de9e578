import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { findProgramme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { readShareCode } from "#app/domain/eligibility/share-address.server.ts"
import { saidWords } from "#app/domain/eligibility/said-words.ts"
import { writeAnswers } from "#app/domain/eligibility/share-code.ts"
import { consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { enquiryForm, formFields, levels, readEnquiryAddress, residenceOptions } from "#app/domain/leads/enquiry-form.server.ts"
import { pretendReference } from "#app/domain/leads/enquiry-thanks.server.ts"
import { makeEnquiry, ownerOf } from "#app/domain/leads/make-enquiry.server.ts"
import { ctxOf, readForm, redirect, replyProblems, replyRefusal, sendingKeyOf } from "#app/platform/http.server.ts"
import { Choices, PostForm, SelectField, TextArea, TextField } from "#app/ui/form.tsx"
import { Khatim } from "#app/ui/khatim.tsx"
import { PublicFormEnd } from "#app/ui/public-form-end.tsx"
import type { Route } from "./+types/enquire"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { programme: slug, university } = readEnquiryAddress(new URL(request.url))
  const programme = slug === null ? null : await findProgramme(ctx, slug)
  const owner = ownerOf(programme?.owner ?? null, university)
  const checked = checkedIn(ctx, request)
  const country = new URL(request.url).searchParams.get("country") ?? checked?.country ?? ""
  return {
    language: ctx.language,
    programme: programme?.title ?? null,
    owner,
    country: findCountry(country)?.code ?? null,
    level: checked?.level ?? null,
    checked: checked === null ? null : saidWords(ctx.t, ctx.language, checked).map(({ words }) => words),
    countries: residenceOptions(ctx),
    levels: levels.map((level) => ({ value: level, label: ctx.t(`common.level.${level}`) })),
    fields: formFields.map((field) => ({
      value: field,
      label: ctx.t(`common.field.${field === "social-sciences" ? "social_sciences" : field}`),
    })),
  }
}

/** The answers of the eligibility check that its "keep this" brings along; null when there are none of ours. */
function checkedIn(ctx: ReturnType<typeof ctxOf>, request: Request) {
  return readShareCode(ctx, new URL(request.url).searchParams.get("check") ?? "")
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, enquiryForm(ctx.now()))
  if (!form.ok) return replyProblems(form.reply)
  const { isTrapped, ...enquiry } = form.value
  const thanks = `/${ctx.language}/enquire/thanks`
  // A program that fills in everything is thanked like anybody and learns nothing.
  if (isTrapped) return redirect(`${thanks}?ref=${pretendReference(ctx)}&by=${enquiry.email === "" ? "call" : "mail"}`)
  const checked = checkedIn(ctx, request)
  const outcome = await makeEnquiry(ctx, {
    ...enquiry,
    ...readEnquiryAddress(new URL(request.url)),
    sendingKey: sendingKeyOf(request),
    ...(checked === null ? {} : { eligibility: writeAnswers(checked) }),
  })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`${thanks}?ref=${outcome.done.reference}&by=${outcome.done.answeredBy}`, 303)
}

export default function Enquire({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, programme, owner, country, level, checked, countries, levels: levelOptions, fields } = loaderData
  const labels = {
    firstName: t("enquire.firstName"),
    lastName: t("enquire.lastName"),
    birthYear: t("enquire.birthYear"),
    country: t("enquire.country"),
    email: t("enquire.email"),
    phone: t("enquire.phone"),
    level: t("enquire.level"),
    fields: t("enquire.fields"),
    message: t("enquire.message"),
    consent: t("enquire.consentTitle"),
  }
  const title = programme === null ? t("enquire.title") : t("enquire.titleAbout", { programme })
  const university = owner === "JOINT" ? null : t(`common.university.${owner}`)
  return (
    <div className="page">
      <title>{`${title} · ${t("common.name")}`}</title>
      <meta name="description" content={university === null ? t("enquire.lead") : t("enquire.leadOne", { university })} />
      <h1>{title}</h1>
      <p className="lead">{university === null ? t("enquire.lead") : t("enquire.leadOne", { university })}</p>
      {checked === null ? null : (
        <p className="note">
          {t("eligibility.carried")}: <bdi>{checked.join(" · ")}</bdi>
        </p>
      )}
      <PostForm reply={actionData} labels={labels}>
        <Group title={t("enquire.name")} help={t("enquire.nameHelp")}>
          <div className="row">
            <TextField name="firstName" label={labels.firstName} autoComplete="given-name" />
            <TextField name="lastName" label={labels.lastName} autoComplete="family-name" />
          </div>
          <TextField
            name="birthYear"
            label={labels.birthYear}
            help={t("enquire.birthYearHelp")}
            inputMode="numeric"
            autoComplete="bday-year"
            dir="ltr"
            size="short"
            isOptional
          />
          <SelectField name="country" label={labels.country} options={countries} value={country} />
        </Group>
        <Group title={t("enquire.reach")} help={t("enquire.reachHelp")}>
          <TextField name="email" type="email" label={labels.email} autoComplete="email" dir="ltr" />
          <TextField name="phone" type="tel" label={labels.phone} help={t("enquire.phoneHelp")} autoComplete="tel" dir="ltr" />
        </Group>
        <Group title={t("enquire.study")}>
          <SelectField name="level" label={labels.level} options={levelOptions} value={level} emptyLabel={t("enquire.levelUnsure")} />
          <Choices kind="checkbox" name="fields" label={labels.fields} options={fields} isOptional />
        </Group>
        <Group title={t("enquire.say")}>
          <TextArea name="message" label={labels.message} help={t("enquire.messageHelp")} isOptional />
          <Choices
            kind="checkbox"
            name="consent"
            label={labels.consent}
            help={t("enquire.consentHelp")}
            options={consentBoxes.map((box) => ({ value: box, label: t(`enquire.consent.${box}`) }))}
          />
        </Group>
        <PublicFormEnd language={language} trap={t("enquire.trap")} privacy={t("enquire.privacy")} send={t("enquire.send")} />
      </PostForm>
    </div>
  )
}

/** A station of the form. */
function Group({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className="field group">
      <legend>
        <Khatim size={22} />
        {title}
      </legend>
      {help === undefined ? null : <p className="help">{help}</p>}
      {children}
    </fieldset>
  )
}

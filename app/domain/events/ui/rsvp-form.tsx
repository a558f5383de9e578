import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { Choices, type Option, PostForm, SelectField, TextArea, TextField } from "#app/ui/form.tsx"
import { PublicFormEnd } from "#app/ui/public-form-end.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = { reply: FormReply | undefined; countries: readonly Option[]; country: string | null; language: Language; who: string }

/** Registers for an event: the fields of an enquiry that a host needs. */
export function RsvpForm({ reply, countries, country, language, who }: Props) {
  const { t } = useTranslation()
  const labels = {
    firstName: t("enquire.firstName"),
    lastName: t("enquire.lastName"),
    email: t("enquire.email"),
    phone: t("enquire.phone"),
    country: t("enquire.country"),
    birthYear: t("enquire.birthYear"),
    message: t("events.question"),
    consent: t("enquire.consentTitle"),
  }
  return (
    <PostForm reply={reply} labels={labels}>
      <div className="row">
        <TextField name="firstName" label={labels.firstName} autoComplete="given-name" />
        <TextField name="lastName" label={labels.lastName} autoComplete="family-name" />
      </div>
      <TextField name="email" type="email" label={labels.email} autoComplete="email" dir="ltr" />
      <TextField name="phone" type="tel" label={labels.phone} help={t("enquire.phoneHelp")} autoComplete="tel" dir="ltr" />
      <SelectField name="country" label={labels.country} options={countries} value={country} />
      <TextField
        name="birthYear"
        label={labels.birthYear}
        help={t("events.birthYearHelp")}
        inputMode="numeric"
        autoComplete="bday-year"
        dir="ltr"
        size="short"
        isOptional
      />
      <TextArea name="message" label={labels.message} help={t("events.questionHelp")} rows={3} />
      <Choices
        kind="checkbox"
        name="consent"
        label={labels.consent}
        help={t("events.consentHelp")}
        options={consentBoxes.map((box) => ({ value: box, label: t(`enquire.consent.${box}`) }))}
      />
      <PublicFormEnd language={language} trap={t("enquire.trap")} privacy={t("events.privacy", { who })} send={t("events.send")} />
    </PostForm>
  )
}

import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { Choices, type Option, PostForm, SelectField, TextArea, TextField } from "#app/ui/form.tsx"
import { PublicFormEnd } from "#app/ui/public-form-end.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { consentBoxes, needsPhone } from "../consent-boxes.ts"

type Props = {
  reply?: FormReply | undefined
  countries: readonly Option[]
  owner: Owner
  language: Language
  /** What it asks for: a brochure by mail, or an answer about a programme, which may also come by phone. */
  asks: "brochure" | "answer"
  /** Where it is sent, when that is not the page it stands on; the whole form stands there too. */
  action?: string
  /** What the enquiry says without being asked. */
  known?: readonly (readonly [name: string, value: string])[]
}

/** The fields of an enquiry that a short one needs. */
export function ShortEnquiryForm({ reply, countries, owner, language, asks, action, known = [] }: Props) {
  const { t } = useTranslation()
  const isAnswer = asks === "answer"
  const labels = {
    firstName: t("enquire.firstName"),
    lastName: t("enquire.lastName"),
    email: t("enquire.email"),
    phone: t("enquire.phone"),
    country: t("enquire.country"),
    birthYear: t("enquire.birthYear"),
    message: t("enquire.message"),
    consent: t("enquire.consentTitle"),
  }
  const boxes = isAnswer ? consentBoxes : consentBoxes.filter((box) => !needsPhone([box]))
  return (
    // It stands below a long page: what is wrong with it is told there.
    <PostForm reply={reply} labels={labels} action={action ?? "#ask"}>
      {known.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="row">
        <TextField name="firstName" label={labels.firstName} autoComplete="given-name" />
        <TextField name="lastName" label={labels.lastName} autoComplete="family-name" />
      </div>
      <TextField name="email" type="email" label={labels.email} autoComplete="email" dir="ltr" />
      {isAnswer ? (
        <TextField name="phone" type="tel" label={labels.phone} help={t("enquire.reachHelp")} autoComplete="tel" dir="ltr" />
      ) : null}
      <SelectField name="country" label={labels.country} options={countries} />
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
      {isAnswer ? <TextArea name="message" label={labels.message} help={t("enquire.messageHelp")} isOptional /> : null}
      <Choices
        kind="checkbox"
        name="consent"
        label={labels.consent}
        options={boxes.map((box) => ({ value: box, label: t(`enquire.consent.${box}`) }))}
      />
      <PublicFormEnd
        language={language}
        trap={t("enquire.trap")}
        privacy={isAnswer ? t("enquire.privacy") : t("brochure.privacy", { who: t(`common.university.${owner}`) })}
        send={isAnswer ? t("enquire.send") : t("brochure.send")}
      >
        {action === undefined ? null : (
          <p>
            <a href={action}>{t("enquire.whole")}</a>
          </p>
        )}
      </PublicFormEnd>
    </PostForm>
  )
}

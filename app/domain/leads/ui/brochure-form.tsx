import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { Choices, type Option, PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { consentBoxes, needsPhone } from "../consent-boxes.ts"

type Props = { reply: FormReply | undefined; countries: readonly Option[]; owner: Owner; language: Language }

/** Asks for the link of a brochure by mail: the fields of an enquiry that this needs. */
export function BrochureForm({ reply, countries, owner, language }: Props) {
  const { t } = useTranslation()
  const labels = {
    firstName: t("enquire.firstName"),
    lastName: t("enquire.lastName"),
    email: t("enquire.email"),
    country: t("enquire.country"),
    birthYear: t("enquire.birthYear"),
    consent: t("enquire.consentTitle"),
  }
  return (
    // It stands below a long page: the answer opens there.
    <PostForm reply={reply} labels={labels} action="#ask">
      <div className="row">
        <TextField name="firstName" label={labels.firstName} autoComplete="given-name" />
        <TextField name="lastName" label={labels.lastName} autoComplete="family-name" />
      </div>
      <TextField name="email" type="email" label={labels.email} autoComplete="email" dir="ltr" />
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
      <Choices
        kind="checkbox"
        name="consent"
        label={labels.consent}
        options={consentBoxes.filter((box) => !needsPhone([box])).map((box) => ({ value: box, label: t(`enquire.consent.${box}`) }))}
      />
      <p className="trap" aria-hidden="true">
        <label>
          {t("enquire.trap")} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <div>
        <p className="quiet-text">
          <Rich
            text={t("brochure.privacy", { who: t(`common.university.${owner}`) })}
            parts={[(inner) => <a href={`/${language}/privacy`}>{inner}</a>]}
          />
        </p>
        <p className="acts">
          <Submit>{t("brochure.send")}</Submit>
        </p>
      </div>
    </PostForm>
  )
}

import { countriesSorted, elsewhere } from "#app/domain/catalogue/countries.ts"
import { consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { formFields, levels, oldestBirthYear } from "#app/domain/leads/enquiry-form.server.ts"
import { guardianRelations } from "#app/domain/people/guardian-relations.ts"
import { languageFacts, languages, type Language } from "#app/locales/languages.ts"
import { i18nFor } from "#app/platform/i18n.ts"

/** All that the page of a tablet says in one language. */
export type KioskTexts = {
  intl: string
  dir: "ltr" | "rtl"
  name: string
  words: Record<string, string>
  lists: Record<"country" | "level" | "fields" | "consent" | "guardianRelation", { value: string; label: string }[]>
}

/** The words of the kiosk page, in all languages at once: it changes language without a network. */
export function kioskTexts(): Record<string, KioskTexts> {
  return Object.fromEntries(languages.map((language) => [language, textsIn(language)]))
}

function textsIn(language: Language): KioskTexts {
  const i18n = i18nFor(language)
  const { t } = i18n
  const words: unknown = i18n.getResource(language, "texts", "kiosk.page")
  const enquire = [
    "firstName",
    "lastName",
    "birthYear",
    "birthYearHelp",
    "country",
    "reachHelp",
    "email",
    "phone",
    "level",
    "levelUnsure",
    "fields",
    "consentTitle",
    "consentHelp",
  ] as const
  return {
    intl: languageFacts[language].intl,
    dir: languageFacts[language].direction,
    name: languageFacts[language].name,
    words: {
      ...Object.fromEntries(
        Object.entries(typeof words === "object" && words !== null ? words : {}).map(([key, text]) => [key, String(text)]),
      ),
      ...Object.fromEntries(enquire.map((key) => [key, t(`enquire.${key}`)])),
      guardianName: t("apply.guardian.name"),
      guardianRelation: t("apply.guardian.relation"),
      guardianEmail: t("apply.guardian.email"),
      guardianPhone: t("apply.guardian.phone"),
      needAdult: t("refusals.people.guardian-contact-missing"),
      ownAdult: t("refusals.people.guardian-own-address"),
      needChoice: t("refusals.field.choice"),
      product: t("common.name"),
      choose: t("common.form.choose"),
      needName: t("refusals.field.required"),
      needContact: t("refusals.field.contact-missing"),
      needCountry: t("refusals.field.country"),
      badEmail: t("refusals.field.email"),
      badPhone: t("refusals.field.phone"),
      needPhone: t("refusals.field.consent-phone"),
      // The script knows the year.
      badYear: t("refusals.field.year-range", { min: oldestBirthYear, max: "…" }),
    },
    lists: {
      country: [
        ...countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
        { value: elsewhere, label: t("common.elsewhere") },
      ],
      level: levels.map((level) => ({ value: level, label: t(`common.level.${level}`) })),
      fields: formFields.map((field) => ({
        value: field,
        label: t(`common.field.${field === "social-sciences" ? "social_sciences" : field}`),
      })),
      guardianRelation: guardianRelations.map((relation) => ({ value: relation, label: t(`people.relation.${relation}`) })),
      consent: consentBoxes.map((box) => ({ value: box, label: t(`enquire.consent.${box}`) })),
    },
  }
}

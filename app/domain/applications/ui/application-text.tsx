import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { dayText } from "#app/ui/moment.ts"
import { countryName } from "../../catalogue/countries.ts"
import { genders } from "../about-form.ts"
import type { OwnApplication } from "../application-queries.server.ts"
import { type Section, sections } from "../application-sections.ts"
import { CredentialLines } from "./credential-lines.tsx"
import { Deadline } from "./deadline.tsx"

type Props = {
  language: Language
  application: OwnApplication
  wishes: readonly { slug: string; title: string; isWished: boolean }[]
  /** Whether each part has a way back to its form. */
  mayChange?: boolean
}

/** All that a candidate has written, in order, as the universities read it. */
export function ApplicationText({ language, application, wishes, mayChange = false }: Props) {
  const { t } = useTranslation()
  return sections.map((section) => (
    <section key={section} className="part">
      <h2>
        {t(`apply.section.${section}`)}{" "}
        {mayChange ? (
          <a
            className="change no-print"
            href={`/${language}/apply/${section}`}
            aria-label={t("apply.review.changeNamed", { section: t(`apply.section.${section}`) })}
          >
            {t("apply.review.change")}
          </a>
        ) : null}
      </h2>
      <PartText section={section} language={language} application={application} wishes={wishes} />
    </section>
  ))
}

function PartText({ section, language, application, wishes }: Props & { section: Section }) {
  const { t } = useTranslation()
  const empty = t("apply.review.empty")
  const place = (code: string) => countryName(code, language) ?? t("common.elsewhere")
  switch (section) {
    case "about": {
      const gender = genders.find((known) => known === application.gender)
      return (
        <dl className="facts">
          <dt>{t("apply.about.givenNames")}</dt>
          <dd>
            <bdi>{application.givenNames || empty}</bdi>
          </dd>
          <dt>{t("apply.about.familyName")}</dt>
          <dd>
            <bdi>{application.familyName || empty}</bdi>
          </dd>
          <dt>{t("apply.about.birthDate")}</dt>
          <dd>{application.birthDate === null ? empty : dayText(language, application.birthDate, "UTC")}</dd>
          <dt>{t("apply.about.gender")}</dt>
          <dd>{gender === undefined ? empty : t(`apply.about.genders.${gender}`)}</dd>
          <dt>{t("apply.about.nationality")}</dt>
          <dd>
            {application.nationalities.length === 0 ? empty : application.nationalities.map(place).join(language === "ar" ? "، " : ", ")}
          </dd>
          <dt>{t("apply.about.residence")}</dt>
          <dd>{application.residence === null ? empty : place(application.residence)}</dd>
          {application.guardian === null ? null : (
            <>
              <dt>{t("apply.guardian.title")}</dt>
              <dd>
                <bdi>{application.guardian.name}</bdi>
              </dd>
            </>
          )}
        </dl>
      )
    }
    case "education":
      return application.credentials.length === 0 ? (
        <p>{empty}</p>
      ) : (
        application.credentials.map((credential) => <CredentialLines key={credential.id} language={language} credential={credential} />)
      )
    case "choices":
      return application.ranking.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ol>
          {application.ranking.map((choice) => (
            <li key={choice.id}>
              <b>{choice.title}</b>
              {`${t("common.comma")} ${t(`common.university.${choice.owner}`)}`}
              <br />
              {t("apply.deadline.closes")} <Deadline language={language} closesAt={choice.closesAt} place={application.place} />
              {choice.isSample ? ` · ${t("apply.sample")}` : null}
            </li>
          ))}
        </ol>
      )
    case "motivation":
      return (
        <p className="long" dir="auto">
          {application.motivation || empty}
        </p>
      )
    case "funding": {
      const wished = wishes.filter((wish) => wish.isWished)
      return (
        <>
          <p>{application.fundingPlan === null ? empty : t(`apply.funding.plans.${application.fundingPlan}`)}</p>
          {wished.length === 0 ? null : (
            <ul>
              {wished.map((wish) => (
                <li key={wish.slug}>{wish.title}</li>
              ))}
            </ul>
          )}
          {application.fundingNote === "" ? null : (
            <p className="long" dir="auto">
              {application.fundingNote}
            </p>
          )}
        </>
      )
    }
  }
}

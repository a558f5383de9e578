import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Band } from "#app/ui/band.tsx"
import { KeepQuestions } from "#app/ui/keep-questions.tsx"
import { listed } from "#app/ui/listed.ts"
import { dayText, moroccoZone } from "#app/ui/moment.ts"
import type { ProgrammeView } from "../catalogue-queries.server.ts"
import { CostAmount, CostYear } from "./cost-amount.tsx"
import { IntakeSection } from "./intake-section.tsx"
import { ProgrammeBadge, StandingBadge } from "./standing-badge.tsx"

type Props = {
  programme: ProgrammeView
  questions: readonly { slug: string; question: string }[]
  /** How many pages of questions a phone can keep; null where none are offered. */
  questionPages: number | null
  /** Its facts for search engines; null where there are none to give. */
  course: string | null
  language: Language
  /** The form that asks about it; a preview has none. */
  children?: ReactNode
}

/** The page of a programme. */
export function ProgrammeArticle({ programme, questions, questionPages, course, language, children }: Props) {
  const { t } = useTranslation()
  const isAnnounced = programme.standing === "announced"
  const mayApply = programme.intakes.some(({ mayBeChosen }) => mayBeChosen)
  const ask = mayApply ? t("site.programme.ask") : t("site.programme.tellMe")
  const facts = [
    [
      t("site.programme.university"),
      programme.owner === "JOINT"
        ? `${t("common.university.AUI")} × ${t("common.university.UM6P")}`
        : t(`common.university.${programme.owner}`),
    ],
    [t("site.programme.school"), programme.school],
    [t("site.programme.city"), programme.city],
    [t("site.programme.level"), t(`common.level.${programme.level}`)],
    [t("site.programme.field"), isAnnounced ? "" : t(`common.field.${programme.field}`)],
    [
      t("site.programme.language"),
      listed(
        t,
        programme.teachingLanguages.map((spoken) => t(`common.languageName.${spoken}`)),
      ),
    ],
    [t("site.programme.duration"), programme.durationMonths === null ? "" : durationText(programme.durationMonths)],
  ] as const
  function durationText(months: number) {
    return months % 12 === 0 ? t("site.programme.years", { count: months / 12 }) : t("site.programme.months", { count: months })
  }
  return (
    <article className="page duo">
      <title>{`${programme.title} · ${t("common.name")}`}</title>
      <meta name="description" content={programme.summary} />
      {course === null ? null : <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: course }} />}
      <Band owner={programme.owner} />
      <p className="crumb">
        <a href={`/${language}/programmes`}>{t("site.programme.crumb")}</a>
      </p>
      <ProgrammeBadge programme={programme} />
      <h1>{programme.title}</h1>
      <p className="lead">{programme.summary}</p>
      <aside className="side" aria-label={programme.title}>
        <p className="acts">
          {mayApply ? (
            <a className="btn" href={`/${language}/apply`}>
              {t("site.programme.apply")}
            </a>
          ) : null}
          <a className={mayApply ? "btn quiet" : "btn"} href="#ask">
            {ask}
          </a>
        </p>
        {isAnnounced ? null : (
          <p>
            <a href={`/${language}/eligibility?about=${programme.slug}`}>{t("eligibility.link")}</a>
          </p>
        )}
        <p>
          <a href={`/${language}/programmes/${programme.slug}/brochure`}>{t("brochure.open")}</a>
        </p>
        <dl className="facts">
          {facts.map(([name, value]) =>
            value === "" ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
          )}
        </dl>
      </aside>
      <h2 id="about">{t("site.programme.about")}</h2>
      {programme.about.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <IntakeSection intakes={programme.intakes} slug={programme.slug} language={language} />
      <h2 id="entry">{t("site.programme.entry")}</h2>
      {programme.entry.length === 1 ? (
        <p>{programme.entry[0]}</p>
      ) : (
        <ul className="stars">
          {programme.entry.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
      {isAnnounced ? null : <p className="quiet-text">{t("site.programme.entryConfirm")}</p>}
      <h2 id="costs">{t("site.programme.costs")}</h2>
      {programme.costs.length === 0 ? (
        <p>{t("site.programme.noCosts")}</p>
      ) : (
        <>
          <p>{t("site.programme.costsConfirm")}</p>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("site.programme.item")}</th>
                <th scope="col">{t("site.programme.amount")}</th>
                <th scope="col">{t("site.programme.asOf")}</th>
              </tr>
            </thead>
            <tbody>
              {programme.costs.map((cost) => (
                <tr key={cost.item}>
                  <th scope="row">{cost.item}</th>
                  <td>
                    <CostAmount cost={cost} language={language} />
                  </td>
                  <td>
                    <a href={cost.source} rel="noreferrer">
                      <CostYear cost={cost} />
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {isAnnounced ? null : (
        <p>
          <a href={`/${language}/costs?programme=${programme.slug}`}>{t("costs.link")}</a>
        </p>
      )}
      <h2 id="schemes">{t("site.programme.schemes")}</h2>
      {programme.schemes.length === 0 ? (
        <p>{t("site.programme.noSchemes")}</p>
      ) : (
        <ul className="stars">
          {programme.schemes.map((scheme) => (
            <li key={scheme.slug}>
              <a href={`/${language}/scholarships/${scheme.slug}`}>{scheme.title}</a>{" "}
              <StandingBadge standing={scheme.standing}>{t(`site.scholarships.${scheme.standing}`)}</StandingBadge>
              <br />
              {scheme.summary}
            </li>
          ))}
        </ul>
      )}
      {questions.length === 0 ? null : (
        <>
          <h2 id="questions">{t("site.programme.questions")}</h2>
          <ul className="stars">
            {questions.map(({ slug, question }) => (
              <li key={slug}>
                <a href={`/${language}/questions#${slug}`}>{question}</a>
              </li>
            ))}
          </ul>
          <p>
            <a href={`/${language}/questions`}>{t("site.programme.allQuestions")}</a>
          </p>
          {questionPages === null ? null : <KeepQuestions pages={questionPages} />}
        </>
      )}
      {programme.source === "" ? null : (
        <p className="quiet-text after">
          <a href={programme.source} rel="noreferrer">
            {t("site.programme.source")} <bdi>{new URL(programme.source).hostname}</bdi>
          </a>{" "}
          · {t("site.programme.updated", { day: dayText(language, programme.updatedAt, moroccoZone) })}
        </p>
      )}
      {children === undefined ? null : (
        <section className="no-print">
          <h2 id="ask">{ask}</h2>
          {children}
        </section>
      )}
    </article>
  )
}

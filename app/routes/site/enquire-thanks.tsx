import { useTranslation } from "react-i18next"
import { readThanks } from "#app/domain/leads/enquiry-thanks.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import type { Route } from "./+types/enquire-thanks"

/** Holds nothing of a person: a reference, and what happens next. */
export function loader({ request, context }: Route.LoaderArgs) {
  return { language: ctxOf(context).language, ...readThanks(new URL(request.url)) }
}

export default function EnquireThanks({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, reference, answeredBy, isBrochure } = loaderData
  const title = t(isBrochure ? "brochure.thanks.title" : "enquire.thanks.title")
  return (
    <div className="page">
      <title>{`${title} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{title}</h1>
      {reference === null ? null : (
        <p className="done">
          {t("enquire.thanks.reference")} <b className="ltr reference">{reference}</b>
          <br />
          {t("enquire.thanks.referenceHelp")}
        </p>
      )}
      <h2>{t("enquire.thanks.mailNext")}</h2>
      <ol className="route">
        {answeredBy === "mail" ? (
          <li className="next">
            <Khatim size={26} />
            {t(isBrochure ? "brochure.thanks.mail" : "enquire.thanks.mail")}{" "}
            <span className="quiet-text">{t("enquire.thanks.mailNone")}</span>
          </li>
        ) : null}
        {isBrochure ? null : (
          <li className={answeredBy === "mail" ? "ahead" : "next"}>
            <Khatim size={26} />
            {t(answeredBy === "mail" ? "enquire.thanks.answer" : "enquire.thanks.call")}
          </li>
        )}
        <li className="ahead">
          <Khatim size={26} />
          {t("enquire.thanks.apply")}
        </li>
      </ol>
      <p className="acts">
        <a className="btn" href={`/${language}/apply`}>
          {t("enquire.thanks.applyButton")}
        </a>
        <a className="btn quiet" href={`/${language}/programmes`}>
          {t("enquire.thanks.programmes")}
        </a>
      </p>
    </div>
  )
}

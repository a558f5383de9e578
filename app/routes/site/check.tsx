import { useTranslation } from "react-i18next"
import { useRouteLoaderData } from "react-router"
import { checkForm } from "#app/domain/trust/check-form.ts"
import { checkMessage } from "#app/domain/trust/check-message.server.ts"
import { officialSites } from "#app/domain/trust/official-addresses.ts"
import { CheckAnswer } from "#app/domain/trust/ui/check-answer.tsx"
import { ctxOf, readForm, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import type { loader as rootLoader } from "#app/root.tsx"
import { ContactLines } from "#app/ui/contact-lines.tsx"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import type { Route } from "./+types/check"

export function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  return { language: ctx.language, sites: officialSites(ctx.settings) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request, checkForm)
  if (!form.ok) return replyProblems(form.reply)
  const outcome = await checkMessage(ctxOf(context), form.value.what)
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return { typed: form.typed, problems: [], answer: outcome.done }
}

export default function Check({ loaderData: { language, sites }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const contacts = useRouteLoaderData<typeof rootLoader>("root")?.contacts
  const answer = actionData !== undefined && "answer" in actionData ? actionData.answer : null
  return (
    <div className="page">
      <title>{`${t("trust.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("trust.description")} />
      <h1>{t("trust.title")}</h1>
      {answer === null ? <p className="lead">{t("trust.lead")}</p> : <CheckAnswer answer={answer} language={language} />}
      <PostForm reply={actionData} labels={{ what: t("trust.what") }}>
        <TextField name="what" label={t("trust.what")} help={t("trust.whatHelp")} dir="ltr" />
        <p className="acts">
          <Submit>{t("trust.check")}</Submit>
        </p>
      </PostForm>
      <h2>{t("trust.never")}</h2>
      <ul className="stars">
        {(["agents", "money", "code", "papers"] as const).map((one) => (
          <li key={one}>{t(`trust.nevers.${one}`)}</li>
        ))}
      </ul>
      <h2>{t("trust.addresses")}</h2>
      {contacts === undefined ? null : (
        <>
          <p>{t("trust.senders")}</p>
          <ContactLines contacts={contacts} />
        </>
      )}
      <p>{t("trust.sites")}</p>
      <ul className="contacts">
        {sites.map(({ owner, address }) => (
          <li key={address}>
            {owner === "JOINT" ? t("common.name") : t(`common.universityShort.${owner}`)} <bdi dir="ltr">{address}</bdi>
          </li>
        ))}
      </ul>
      <h2>{t("trust.paid")}</h2>
      <p>{t("trust.paidText")}</p>
      <p className="acts">
        <a className="btn quiet" href={`/${language}/check/report`}>
          {t("trust.report.link")}
        </a>
        <a className="btn quiet" href={`/${language}/enquire`}>
          {t("trust.ask")}
        </a>
      </p>
    </div>
  )
}

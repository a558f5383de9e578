import { useTranslation } from "react-i18next"
import { findOwnApplication } from "#app/domain/applications/application-queries.server.ts"
import { credentialsAskedFor } from "#app/domain/applications/application-sections.ts"
import { credentialKinds, isAskedKind } from "#app/domain/applications/credential-form.ts"
import { removeCredential } from "#app/domain/applications/remove-credential.server.ts"
import { CredentialLines } from "#app/domain/applications/ui/credential-lines.tsx"
import { SectionHead } from "#app/domain/applications/ui/section-head.tsx"
import { candidateOf, redirect, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { PostForm } from "#app/ui/form.tsx"
import type { Route } from "./+types/education"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = candidateOf(context)
  const application = await findOwnApplication(ctx)
  if (application?.state !== "draft") throw redirect(`/${ctx.language}/apply`)
  return { language: ctx.language, application, asked: credentialsAskedFor(application.ranking.map((choice) => choice.level)) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = candidateOf(context)
  const typed = await typedOf(request)
  const kind = typed["remove"]?.[0]
  if (!isAskedKind(kind)) return replyRefusal(typed, { code: "field.choice" })
  const outcome = await removeCredential(ctx, { kind })
  return outcome.refused ? replyRefusal(typed, outcome.refused) : redirect(`/${ctx.language}/apply/education`)
}

export default function Education({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, application, asked } = loaderData
  return (
    <>
      <SectionHead language={language} section="education" application={application}>
        {t("apply.education.lead")}
      </SectionHead>
      <p className="note">{t("apply.education.documentsLater")}</p>
      {asked.length === 0 ? <p>{t("apply.education.chooseFirst")}</p> : null}
      {credentialKinds.map((kind) => {
        const given = application.credentials.find((credential) => credential.kind === kind)
        const name = t(`apply.education.${kind}`)
        return (
          <section key={kind}>
            <h2>{name}</h2>
            <p className="quiet-text">{t(`apply.education.forLevel.${kind}`)}</p>
            {given === undefined ? null : <CredentialLines language={language} credential={given} />}
            <p className="acts">
              <a
                className={given === undefined && (asked.length === 0 || asked.includes(kind)) ? "btn" : "btn quiet"}
                href={`/${language}/apply/education/${kind}`}
                aria-label={`${given === undefined ? t("apply.education.add") : t("apply.education.change")}: ${name}`}
              >
                {given === undefined ? t("apply.education.add") : t("apply.education.change")}
              </a>
            </p>
            {given === undefined ? null : (
              <PostForm reply={actionData} labels={{}} className="inline">
                <button type="submit" className="link" name="remove" value={kind} aria-label={`${t("apply.education.remove")}: ${name}`}>
                  {t("apply.education.remove")}
                </button>
              </PostForm>
            )}
          </section>
        )
      })}
      <p className="acts thumb">
        <a className={application.credentials.length === 0 ? "btn quiet" : "btn"} href={`/${language}/apply/choices`}>
          {t("common.form.continue")}
        </a>
      </p>
    </>
  )
}

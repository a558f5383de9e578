import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { targetOf } from "#app/domain/sources/code-form.ts"
import { findCode } from "#app/domain/sources/code-queries.server.ts"
import { shortAddress } from "#app/domain/sources/draw-qr.ts"
import { languageFacts, languages } from "#app/locales/languages.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import type { Route } from "./+types/code-sheet"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("codes.read"))
  const scope = { university: universityOf(ctx.actor), codeId: idOf(params.codeId) }
  const code = notFoundUnless(await findCode(ctx, scope))
  const address = shortAddress(ctx.settings.publicUrl, code.code)
  const parts = await Promise.all(
    // Every reader of a poster finds their language; each is written in it, its event's title too.
    languages.map(async (language) => {
      const { t, ...inLanguage } = ctx.inLanguage(language)
      const own = await findCode({ ...inLanguage, t }, scope)
      return {
        language,
        direction: languageFacts[language].direction,
        who: t(`common.university.${code.owner}`),
        scan: t("sources.poster.scan"),
        leads: own?.event ? t("sources.poster.leads.event", { event: own.event }) : t(`sources.poster.leads.${targetOf(code.leadsTo)}`),
        free: t("sources.poster.free"),
        data: t("sources.poster.data"),
      }
    }),
  )
  return { id: code.id, code: code.code, address, shown: address.replace(/^https?:\/\//, ""), parts }
}

/** A poster for a wall: one code, three languages, and that nobody sells a place. */
export default function CodeSheet({ loaderData: sheet }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet poster">
      <title>{`${t("sources.poster.title")} · ${sheet.code} · ${t("common.name")}`}</title>
      <p className="acts">
        <Link to={`/desk/codes/${sheet.id}`} className="act plain">
          {t("sources.poster.back")}
        </Link>
      </p>
      <h1 className="screen-only">{t("sources.poster.title")}</h1>
      <p className="quiet screen-only">{t("sources.poster.help")}</p>
      <div className="poster-page">
        <p className="poster-name">
          <Khatim size={34} />
          <b lang="en">Rihla</b> <span lang="ar">رحلة</span>
        </p>
        <img src={`/desk/codes/${sheet.id}/${sheet.code}.svg`} alt={t("sources.qr", { address: sheet.address })} width={360} height={360} />
        <p className="poster-address mono" dir="ltr">
          {sheet.shown}
        </p>
        <div className="poster-parts">
          {sheet.parts.map((part) => (
            <section key={part.language} lang={part.language} dir={part.direction}>
              <h2>{part.who}</h2>
              <p>
                {part.scan} <bdi dir="ltr">{sheet.shown}</bdi>
              </p>
              <p>{part.leads}</p>
              <p>
                <b>{part.free}</b>
              </p>
              <p className="quiet">{part.data}</p>
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

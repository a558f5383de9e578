import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { codeAbout, leadsToWords, standsFor } from "#app/domain/sources/code-facts.ts"
import { findCode } from "#app/domain/sources/code-queries.server.ts"
import { shortAddress } from "#app/domain/sources/draw-qr.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { dayText, numberText } from "#app/ui/desk-dates.ts"
import { Facts, Panel, VerbButton, VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/code"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("codes.read"))
  const { t, language } = ctx
  const code = notFoundUnless(await findCode(ctx, { university: universityOf(ctx.actor), codeId: idOf(params.codeId) }))
  return {
    id: code.id,
    isClosed: code.isClosed,
    mayClose: roleMay(ctx.actor.role, "codes.make"),
    code: code.code,
    stands: standsFor(code),
    about: [codeAbout(t, language, code), t(`common.university.${code.owner}`)].join(" · "),
    leadsTo: leadsToWords(t, code),
    eventId: roleMay(ctx.actor.role, "events.read") ? code.eventId : null,
    seesLeads: roleMay(ctx.actor.role, "leads.read"),
    made: dayText(code.createdAt, language),
    address: shortAddress(ctx.settings.publicUrl, code.code),
    counts: (["enquiries", "leads", "applications"] as const).map((key) => ({ key, count: numberText(code[key], language) })),
  }
}

export default function Code({ loaderData: code }: Route.ComponentProps) {
  const { t } = useTranslation()
  const base = `/desk/codes/${code.id}`
  return (
    <div className="sheet">
      <title>{`${code.code} · ${t("sources.title")} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/codes">{t("sources.toList")}</Link>
      </p>
      <div className="who">
        <h1>
          <bdi>{code.stands}</bdi>
        </h1>
        {code.isClosed ? <span className="tag">{t("sources.closed")}</span> : null}
      </div>
      <p className="lead">{code.about}</p>
      <div className="acts">
        <VerbLink to={`${base}/sheet`} look="go">
          {t("sources.sheet")}
        </VerbLink>
        <a href={`${base}/${code.code}.svg`} download className="act plain">
          {t("sources.svg")}
        </a>
        <a href={`${base}/${code.code}.png`} download className="act plain">
          {t("sources.png")}
        </a>
        {code.mayClose ? (
          <VerbButton action={`${base}/${code.isClosed ? "reopen" : "close"}`} back={base}>
            {t(code.isClosed ? "sources.reopen" : "sources.close")}
          </VerbButton>
        ) : null}
      </div>
      {code.isClosed ? <p className="note">{t("sources.closedText")}</p> : null}
      <div className="cols">
        <Panel title={<bdi className="mono">{code.code}</bdi>}>
          <img className="qr" src={`${base}/${code.code}.svg`} alt={t("sources.qr", { address: code.address })} width={220} height={220} />
          <Facts
            rows={[
              [
                t("sources.link"),
                <bdi key="link" dir="ltr" className="mono">
                  {code.address}
                </bdi>,
              ],
              [
                t("sources.column.leadsTo"),
                code.eventId === null ? (
                  code.leadsTo
                ) : (
                  <Link key="to" to={`/desk/events/${code.eventId}`}>
                    <bdi>{code.leadsTo}</bdi>
                  </Link>
                ),
              ],
              [t("sources.column.made"), code.made],
            ]}
          />
        </Panel>
        <Panel title={t("sources.came")}>
          <Facts rows={code.counts.map(({ key, count }) => [t(`sources.column.${key}`), count])} />
          {code.seesLeads ? (
            <p>
              <Link to={`/desk/leads?source=${encodeURIComponent(`code:${code.code}`)}`}>{t("sources.seeLeads")}</Link>
            </p>
          ) : null}
          <p className="quiet">{t("sources.lead")}</p>
        </Panel>
      </div>
    </div>
  )
}

import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { deskPathsOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { type Difference, titleOf } from "#app/domain/editing/content.ts"
import { factWord, fieldWord } from "#app/domain/editing/ui/content-words.ts"
import { findOwnThing, thingOf } from "#app/domain/editing/find-own-thing.server.ts"
import { findChange, listVersions } from "#app/domain/editing/thing-history.server.ts"
import { Who } from "#app/domain/editing/ui/who.tsx"
import { WordChanges } from "#app/domain/editing/ui/word-changes.tsx"
import { wordDifference } from "#app/domain/editing/word-difference.ts"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { languageFacts } from "#app/locales/languages.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Timeline, VerbButton } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/catalogue-history"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const { t, language } = ctx
  const kind = notFoundUnless(named.kind)
  const id = idOf(named.id)
  const { thing } = notFoundUnless((await findOwnThing(ctx, { kind, id }, "edit")).done)
  const versions = await listVersions(ctx, { kind, id })
  const asked = new URL(request.url).searchParams.get("version") ?? ""
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : thing.number
  const differences = versions.length === 0 ? null : notFoundUnless(await findChange(ctx, { kind, id, number }))
  const events = await readTimeline(ctx, {
    university: universityOf(ctx.actor),
    things: [thingOf(thing)],
    types: ["catalogue.restored", "catalogue.archived"],
  })
  const moment = (at: Date) => momentText(at, language)
  const words = ({ path, language: one, before, after }: Difference) => ({
    label:
      one === null
        ? fieldWord(t, kind, path)
        : t("editing.change.text", { field: fieldWord(t, kind, path), language: t(`common.languageName.${one}`) }),
    direction: languageFacts[one ?? language].direction,
    parts:
      one === null ? wordDifference(factWord(ctx, kind, path, before), factWord(ctx, kind, path, after)) : wordDifference(before, after),
  })
  return {
    ...deskPathsOf(kind, id),
    title: titleOf(thing.content, language) || titleOf(thing.content, thing.base),
    latest: thing.number,
    number,
    isFirst: number === 1,
    changes: differences?.map(words) ?? null,
    versions: versions.map((one) => ({
      number: one.number,
      state: one.state,
      saved: { name: one.author, moment: moment(one.createdAt) },
      reviewed: one.reviewed === null ? null : { name: one.reviewed.by, moment: moment(one.reviewed.at) },
      published: one.published === null ? null : { name: one.published.by, moment: moment(one.published.at) },
    })),
    events: events.map((event) => ({
      id: event.id,
      text: eventSentence(t, event),
      by: event.by.kind === "staff" ? event.by.name : "",
      at: moment(event.at),
    })),
  }
}

export default function CatalogueHistory({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { path, form, title, versions, changes, number, latest } = loaderData
  return (
    <div className="sheet thing">
      <title>{`${t("editing.history.title")}: ${title} · ${t("common.name")}`}</title>
      <p>
        <Link to={form}>
          <bdi>{title}</bdi>
        </Link>
      </p>
      <h1>{t("editing.history.title")}</h1>
      <p className="lead">{versions.length === 0 ? t("editing.history.none") : t("editing.history.lead")}</p>
      {versions.length === 0 ? null : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                {(["version", "saved", "reviewed", "published", "what"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`editing.history.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {versions.map((one) => (
                <tr key={one.number} aria-current={one.number === number ? "true" : undefined}>
                  <th scope="row">
                    {one.number}{" "}
                    <span className={one.state === "published" ? "tag" : "tag amber"}>{t(`editing.version.${one.state}`)}</span>
                  </th>
                  <td>
                    <Who who={one.saved} />
                  </td>
                  <td>
                    <Who who={one.reviewed} />
                  </td>
                  <td>
                    <Who who={one.published} />
                  </td>
                  <td>
                    <Link to={`${path}/history?version=${one.number}`} aria-label={t("editing.history.show", { number: one.number })}>
                      {t("editing.history.what")}
                    </Link>{" "}
                    {one.number === latest ? null : (
                      <VerbButton
                        action={`${path}/restore`}
                        back={form}
                        values={{ number: String(one.number), version: String(latest) }}
                        look="link"
                        label={t("editing.history.restoreLabel", { number: one.number })}
                      >
                        {t("editing.history.restore")}
                      </VerbButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes === null ? null : (
        <>
          <h2>{t("editing.history.changeOf", { number })}</h2>
          {loaderData.isFirst ? <p>{t("editing.history.first")}</p> : null}
          {changes.length === 0 ? <p>{t("editing.history.same")}</p> : null}
          <dl className="word-changes">
            {changes.map((change) => (
              <div key={change.label}>
                <dt>{change.label}</dt>
                <dd>
                  <WordChanges {...change} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {loaderData.events.length === 0 ? null : <Timeline entries={loaderData.events} />}
    </div>
  )
}

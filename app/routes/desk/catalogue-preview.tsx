import { useRouteLoaderData } from "react-router"
import { useTranslation } from "react-i18next"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { findOwnThing } from "#app/domain/editing/find-own-thing.server.ts"
import { previewThing } from "#app/domain/editing/preview-thing.server.ts"
import { deskPathsOf, publicPathOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { ProgrammeArticle } from "#app/domain/catalogue/ui/programme-article.tsx"
import { SchemeArticle } from "#app/domain/catalogue/ui/scheme-article.tsx"
import { SchemePays } from "#app/domain/catalogue/ui/scheme-pays.tsx"
import { EventArticle } from "#app/domain/events/ui/event-article.tsx"
import { QuestionCard } from "#app/domain/catalogue/ui/question-card.tsx"
import { may } from "#app/domain/people/permissions.ts"
import { isLanguage, languageFacts, languages } from "#app/locales/languages.ts"
import { allowedStaffOf, deskDoor, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { loader as rootLoader } from "#app/root.tsx"
import { listed } from "#app/ui/listed.ts"
import { SiteShell } from "#app/ui/site-shell.tsx"
import type { Route } from "./+types/catalogue-preview"

/* The page of a thing as readers will see it, by the same parts and in the same style; behind the door of the desk. */

export const middleware: Route.MiddlewareFunction[] = [deskDoor]

export async function loader({ params, context }: Route.LoaderArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const kind = notFoundUnless(named.kind)
  const language = notFoundUnless(isLanguage(params.language) ? params.language : null)
  const { thing } = notFoundUnless((await findOwnThing(ctx, { kind, id: idOf(named.id) }, "edit")).done)
  return {
    language,
    ...deskPathsOf(kind, thing.id),
    publicPath: publicPathOf(thing.content, language),
    number: thing.number,
    preview: await previewThing(ctx, thing, language),
  }
}

export function headers() {
  return { "x-robots-tag": "noindex", "cache-control": "no-store" }
}

export default function CataloguePreview({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const root = useRouteLoaderData<typeof rootLoader>("root")
  const { language, path, form, preview } = loaderData
  return (
    <SiteShell
      language={language}
      pathname={loaderData.publicPath}
      isDemo={root?.isDemo ?? false}
      publicUrl={root?.publicUrl ?? ""}
      contacts={root?.contacts ?? null}
      enhance={null}
      isFound={false}
    >
      <div className="page">
        {preview.kind === "question" || preview.kind === "event" ? (
          <title>{`${t("editing.preview.title")} · ${t("common.name")}`}</title>
        ) : null}
        <p className="note">
          {t("editing.preview.bar", { number: loaderData.number })}{" "}
          {languages.map((one) => (
            <span key={one}>
              <a href={`${path}/preview/${one}`} lang={one} aria-current={one === language ? "page" : undefined}>
                {languageFacts[one].name}
              </a>{" "}
              ·{" "}
            </span>
          ))}
          <a href={form}>{t("editing.preview.back")}</a>
        </p>
      </div>
      {preview.kind === "programme" ? (
        <ProgrammeArticle
          programme={preview.programme}
          questions={preview.questions}
          questionPages={null}
          course={null}
          language={language}
        />
      ) : null}
      {preview.kind === "scheme" ? (
        <>
          <SchemeArticle scheme={preview.scheme} language={language} />
          <section className="page">
            <h2>{t("editing.preview.costs")}</h2>
            <p>
              <SchemePays pays={preview.pays} />
            </p>
            <p>
              {preview.nationals.length === 0
                ? t("editing.everyNational")
                : t("editing.preview.nationals", { countries: listed(t, preview.nationals) })}
            </p>
          </section>
        </>
      ) : null}
      {preview.kind === "event" ? (
        // Where the form stands on the site a preview has none: it registers nobody.
        <EventArticle event={preview.event} home={null} language={language} tools={null}>
          <h2>{t("events.register")}</h2>
          <p>{t("events.registerHelp")}</p>
        </EventArticle>
      ) : null}
      {preview.kind === "question" ? (
        <div className="page">
          <h1>{t("site.questions.title")}</h1>
          <h2>{t(`catalogue.topic.${preview.question.topic}`)}</h2>
          <QuestionCard question={preview.question} isOpen />
        </div>
      ) : null}
    </SiteShell>
  )
}

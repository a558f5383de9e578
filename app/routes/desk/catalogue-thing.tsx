import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { type Content, differencesOf, titleOf } from "#app/domain/editing/content.ts"
import { changeLines, factWord, fieldWord, ownerWord } from "#app/domain/editing/ui/content-words.ts"
import { settleContent } from "#app/domain/editing/settle-content.server.ts"
import { findOwnThing } from "#app/domain/editing/find-own-thing.server.ts"
import { deskPathsOf, publicPathOf, thingAt } from "#app/domain/editing/thing-address.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { readSurroundings } from "#app/domain/editing/form-surroundings.server.ts"
import { countToTell } from "#app/domain/editing/count-to-tell.server.ts"
import { readContentForm } from "#app/domain/editing/read-content-form.ts"
import { saveDraft } from "#app/domain/editing/save-draft.server.ts"
import { staffNames } from "#app/domain/editing/thing-history.server.ts"
import { marksOf } from "#app/domain/editing/translation-marks.server.ts"
import { StepsPanel } from "#app/domain/editing/ui/steps-panel.tsx"
import type { Conflict } from "#app/domain/editing/ui/conflict-note.tsx"
import { ThingForm, type ThingReply } from "#app/domain/editing/ui/thing-form.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { languageFacts, languages } from "#app/locales/languages.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { allowedStaffOf, idOf, notFoundUnless, redirect, replyProblems, replyRefusal, typedOf } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Panel } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/catalogue-thing"

export async function loader({ params, context }: Route.LoaderArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const { t, language } = ctx
  const kind = notFoundUnless(named.kind)
  const { thing } = notFoundUnless((await findOwnThing(ctx, { kind, id: idOf(named.id) }, "edit")).done)
  const { latest, content, published } = thing
  const isShown = published !== null && !published.isArchived
  // What is cancelled is changed by nobody.
  if (kind === "event" && published !== null && !isShown) throw new Response(null, { status: 404 })
  const shown = isShown ? published.content : null
  const marks = marksOf(content, thing.base, thing.translatedFrom)
  const names = await staffNames(ctx, [latest?.authorId ?? null, latest?.reviewedById ?? null])
  const by = (id: string | null | undefined, at: Date | null | undefined) =>
    id === null || id === undefined || !at ? null : { name: names(id), moment: momentText(at, language) }
  const mayPublish = roleMay(ctx.actor.role, rightTo("publish", kind))
  const told = await countToTell(ctx, thing)
  return {
    kind,
    ...deskPathsOf(kind, thing.id),
    title: titleOf(content, language) || titleOf(content, thing.base),
    owner: ownerWord(t, kind, thing.owner),
    standing: thing.standing,
    number: thing.number,
    base: thing.base,
    content,
    marks: Object.fromEntries(marks.map(({ path, language: one, mark }) => [`${path}-${one}`, mark])),
    saved: by(latest?.authorId, latest?.createdAt),
    reviewed: latest?.state === "reviewed" || latest?.state === "published" ? by(latest.reviewedById, latest.reviewedAt) : null,
    unfinished: marks.length > 0 ? t("editing.steps.unfinished") : null,
    isShown,
    isSlugSettled: published !== null,
    publicPath: isShown ? publicPathOf(content, language) : null,
    changes: changeLines(ctx, shown, content, differencesOf(shown, content), published !== null),
    mayPublish,
    ending:
      mayPublish && thing.standing !== "archived" && (kind !== "event" || published === null)
        ? {
            verb: "archive" as const,
            label: isShown ? t("editing.steps.archive") : t("editing.steps.putAside"),
            text: t("editing.steps.archiveText"),
          }
        : null,
    warning: told === null ? null : t("editing.steps.tells", { count: told }),
    surroundings: await readSurroundings(ctx, { kind, university: universityOf(ctx.actor), thing }),
    university: universityOf(ctx.actor),
    language,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const named = thingAt(params)
  const ctx = allowedStaffOf(context, may(rightTo("edit", named.kind)))
  const kind = notFoundUnless(named.kind)
  const id = idOf(named.id)
  const typed = await typedOf(request)
  const form = readContentForm(kind, typed, { isNew: false })
  // What is not theirs is not there, whatever was typed.
  if (!form.ok) {
    notFoundUnless((await findOwnThing(ctx, { kind, id }, "edit")).done)
    return replyProblems({ typed, problems: form.problems })
  }
  const outcome = await saveDraft(ctx, { ...form.value, id })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (outcome.refused?.code === "changed-meanwhile") {
    const conflict = await conflictWith(ctx, id, form.value.content)
    return data({ typed, problems: [], conflict } satisfies ThingReply, { status: 409 })
  }
  if (outcome.refused) return replyRefusal(typed, outcome.refused)
  return redirect(`${deskPathsOf(kind, id).form}?did=${outcome.done.isSaved ? "catalogue-saved" : "catalogue-unchanged"}`, 303)
}

/** What somebody else saved meanwhile, where it differs from what was typed. */
async function conflictWith(ctx: Ctx, id: string, typed: Content): Promise<Conflict> {
  const { t, language } = ctx
  const { thing } = notFoundUnless((await findOwnThing(ctx, { kind: typed.kind, id }, "edit")).done)
  const names = await staffNames(ctx, [thing.latest?.authorId ?? null])
  const { owner, content } = thing
  const mine = settleContent(ctx, typed, { owner, slug: thing.published === null ? typed.slug : content.slug, before: content })
  return {
    number: thing.number,
    name: names(thing.latest?.authorId ?? null),
    moment: momentText(thing.latest?.createdAt ?? ctx.now(), language),
    differences: differencesOf(mine, content).map(({ path, language: one, after }) => ({
      label:
        one === null
          ? fieldWord(t, typed.kind, path)
          : t("editing.change.text", { field: fieldWord(t, typed.kind, path), language: t(`common.languageName.${one}`) }),
      text: one === null ? factWord(ctx, typed.kind, path, after) : after || t("editing.change.empty"),
    })),
  }
}

export default function CatalogueThing({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { kind, path, title, standing, number, content, base, marks, isSlugSettled } = loaderData
  const reply: ThingReply | undefined = actionData
  return (
    <div className="sheet thing">
      <title>{`${title} · ${t("editing.title")} · ${t("common.name")}`}</title>
      <p>
        <Link to={`/desk/catalogue?kind=${kind}`}>{t(`editing.kinds.${kind}`)}</Link>
        {kind === "event" && loaderData.isShown ? (
          <>
            {" · "}
            <Link to={path}>{t("editing.toGuests")}</Link>
          </>
        ) : null}
      </p>
      <header className="who">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <span className={standing === "draft" || standing === "reviewed" ? "tag amber" : "tag"} data-standing={standing}>
          {t(`editing.standing.${standing}`)}
        </span>
      </header>
      <ul className="about">
        <li>{loaderData.owner}</li>
        {loaderData.publicPath === null ? null : (
          <li>
            <a href={loaderData.publicPath}>{t("editing.public")}</a>
          </li>
        )}
      </ul>
      <div className="cols">
        <StepsPanel words="editing.steps" {...loaderData} />
        <Panel title={t("editing.preview.title")}>
          <p className="chips-row">
            {t("editing.preview.lead")}{" "}
            {languages.map((one) => (
              <a key={one} href={`${path}/preview/${one}`} lang={one} className="chip">
                {languageFacts[one].name}
              </a>
            ))}
          </p>
          <p>
            <Link to={`${path}/history`}>{t("editing.history.link")}</Link>
          </p>
        </Panel>
      </div>
      <ThingForm
        kind={kind}
        reply={reply}
        thing={{ content, number, base, marks, isSlugSettled }}
        surroundings={loaderData.surroundings}
        university={loaderData.university}
        language={loaderData.language}
      />
    </div>
  )
}

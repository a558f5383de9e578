import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { findOwnRule, type OwnRule } from "#app/domain/editing/find-own-rule.server.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { saveRule } from "#app/domain/editing/save-rule.server.ts"
import { staffNames } from "#app/domain/editing/thing-history.server.ts"
import { type Conflict, ConflictNote, numberSeen } from "#app/domain/editing/ui/conflict-note.tsx"
import { RuleHistory, type RuleHistoryLine } from "#app/domain/editing/ui/rule-history.tsx"
import { StepsPanel } from "#app/domain/editing/ui/steps-panel.tsx"
import { readTerms, ruleForm } from "#app/domain/eligibility/rule-form.ts"
import { nameWords } from "#app/domain/eligibility/rule-names.ts"
import { askedWords, termChanges, termLabels, termWords } from "#app/domain/eligibility/rule-words.ts"
import { differentTerms, type RuleTerms, termsOf } from "#app/domain/eligibility/rules.ts"
import { RuleForm } from "#app/domain/eligibility/ui/rule-form.tsx"
import { type RuleLines, ruleLines, RuleReading } from "#app/domain/eligibility/ui/rule-reading.tsx"
import { may, roleMay } from "#app/domain/people/permissions.ts"
import { isLanguage, type Language, languageFacts, languages } from "#app/locales/languages.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { allowedStaffOf, idOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { translator } from "#app/platform/i18n.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import type { FormReply } from "#app/ui/sentence.ts"
import type { Route } from "./+types/rule"

/** The language that the rule is to be read in: the one that the address names, else the reader's own. */
function readingIn(request: Request, ctx: Ctx): Language {
  const named = new URL(request.url).searchParams.get("read")
  return isLanguage(named) ? named : ctx.language
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may(rightTo("edit", "rule")))
  const { t, language } = ctx
  const { rule } = notFoundUnless((await findOwnRule(ctx, idOf(params.ruleId), "edit")).done)
  const { current, open, inForce, number } = rule
  const named = await staffNames(
    ctx,
    rule.versions.flatMap(({ byId, reviewedById, publishedById }) => [byId, reviewedById, publishedById]),
  )
  const by = (id: string | null, at: Date | null) =>
    at === null ? null : { name: named(id) || t("eligibility.rule.cameAlong"), moment: momentText(at, language) }
  const reading = readingIn(request, ctx)
  const reads = (one: typeof open) => (one === null ? null : ruleLines(translator(reading), reading, one))
  return {
    id: current.id,
    names: current.names,
    level: current.level,
    title: nameWords(t, language, current.names),
    programme:
      current.programmeTitle === null ? t("eligibility.rule.every") : t("eligibility.rule.onlyFor", { programme: current.programmeTitle }),
    terms: termsOf(current),
    standing: rule.standing,
    number,
    reading,
    reads: { inForce: reads(inForce), open: reads(open) },
    mayPublish: roleMay(ctx.actor.role, rightTo("publish", "rule")),
    saved: current.byId === null ? null : by(current.byId, current.createdAt),
    reviewed: open === null ? null : by(open.reviewedById, open.reviewedAt),
    changes: changesOf(ctx, rule),
    versions: rule.versions.map((one): RuleHistoryLine => ({
      number: one.version,
      state: one.state !== "superseded" ? one.state : one.publishedAt === null ? "unused" : "former",
      asks: askedWords(t, language, one),
      standing: t(`eligibility.standing.${one.standing}`),
      asOf: one.asOf,
      source: one.source,
      saved: by(one.byId, one.createdAt) ?? { name: "", moment: "" },
      reviewed: by(one.reviewedById, one.reviewedAt),
      published: by(one.publishedById, one.publishedAt),
      isCurrent: one.id === current.id && rule.standing !== "archived",
    })),
  }
}

/** What publishing the version that is on its way changes for candidates. */
function changesOf({ t, language }: Ctx, { open, inForce }: OwnRule): string[] {
  if (open === null) return []
  if (inForce === null) return [t("eligibility.rule.steps.new", { asks: askedWords(t, language, open) })]
  return termChanges(t, language, open.names, inForce, open)
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may(rightTo("edit", "rule")))
  const ruleId = idOf(params.ruleId)
  // What is not theirs is not there, whatever was typed.
  const { rule } = notFoundUnless((await findOwnRule(ctx, ruleId, "edit")).done)
  const form = await readForm(request, ruleForm)
  if (!form.ok) return replyProblems(form.reply)
  const { version = 0, ...input } = form.value
  const read = readTerms(rule.current.names, input)
  if (read.refused) return replyRefusal(form.typed, read.refused)
  if (form.typed["preview"] !== undefined) {
    const reading = readingIn(request, ctx)
    const reads = ruleLines(translator(reading), reading, { ...rule.current, ...read.done })
    return data({ typed: form.typed, problems: [], reads } satisfies RuleReply)
  }
  const outcome = await saveRule(ctx, { ruleId, version, input })
  if (outcome.refused?.code === "changed-meanwhile") {
    const conflict = await conflictWith(ctx, ruleId, read.done)
    return data({ typed: form.typed, problems: [], conflict } satisfies RuleReply, { status: 409 })
  }
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`/desk/rules/${outcome.done.ruleId}?did=${outcome.done.isSaved ? "rule-saved" : "rule-unchanged"}`, 303)
}

/** What somebody else saved meanwhile, where it differs from what was typed. */
async function conflictWith(ctx: Ctx, ruleId: string, typed: RuleTerms): Promise<Conflict> {
  const { t, language } = ctx
  const { rule } = notFoundUnless((await findOwnRule(ctx, ruleId, "edit")).done)
  const { latest, number } = rule
  const labels = termLabels(t, latest.names)
  return {
    number,
    name: (await staffNames(ctx, [latest.byId]))(latest.byId),
    moment: momentText(latest.createdAt, language),
    differences: differentTerms(typed, latest).map((name) => ({
      label: labels[name],
      text: termWords(t, language, latest.names, latest, name),
    })),
  }
}

/** What was typed, and how it would be read where that was asked for. */
type RuleReply = FormReply & { reads?: RuleLines; conflict?: Conflict }

export default function Rule({ loaderData: rule, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const reply: RuleReply | undefined = actionData
  const { id, standing, number, reading, reads } = rule
  const path = `/desk/rules/${id}`
  const isOpen = standing === "draft" || standing === "reviewed"
  const conflict = reply?.conflict
  return (
    <div className="sheet thing">
      <title>{`${rule.title} · ${t("eligibility.rule.title")} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/rules">{t("eligibility.rule.back")}</Link>
      </p>
      <header className="who">
        <h1>{rule.title}</h1>
        <span className={standing === "published" ? "tag" : "tag amber"} data-standing={standing}>
          {t(`eligibility.rule.stands.${standing}`)}
        </span>
      </header>
      <p className="lead">
        {t(`common.level.${rule.level}`)} · {rule.programme}
      </p>
      {conflict === undefined ? null : <ConflictNote conflict={conflict} />}
      <div className="cols">
        <StepsPanel
          {...rule}
          words="eligibility.rule.steps"
          path={path}
          form={path}
          unfinished={null}
          warning={t("eligibility.rule.steps.after")}
          ending={
            isOpen
              ? { verb: "put-aside", label: t("eligibility.rule.steps.putAside"), text: t("eligibility.rule.steps.putAsideText") }
              : null
          }
        />
      </div>
      <p className="chips-row">
        {t("eligibility.rule.readIn")}{" "}
        {languages.map((one) => (
          <Link
            key={one}
            to={`${path}?read=${one}`}
            lang={one}
            className={one === reading ? "chip on" : "chip"}
            aria-current={one === reading ? "true" : undefined}
            preventScrollReset
          >
            {languageFacts[one].name}
          </Link>
        ))}
      </p>
      <div className="cols">
        <RuleReading lines={reads.inForce} of="reads" language={reading} />
        {reply?.reads !== undefined ? (
          <RuleReading lines={reply.reads} of="readsTyped" language={reading} />
        ) : reads.open === null ? null : (
          <RuleReading lines={reads.open} of="readsDraft" language={reading} />
        )}
      </div>
      <RuleForm
        names={rule.names}
        terms={rule.terms}
        version={numberSeen(reply, number)}
        programmes={null}
        save={conflict === undefined ? t("eligibility.rule.save") : t("editing.saveOver", { number: conflict.number })}
        reply={reply}
      />
      <p>
        <Link to={`/desk/rules/new?level=${rule.level}&names=${encodeURIComponent(rule.names)}`}>{t("eligibility.rule.forOne")}</Link>
      </p>
      <h2>{t("eligibility.rule.history")}</h2>
      <RuleHistory path={path} number={number} versions={rule.versions} />
    </div>
  )
}

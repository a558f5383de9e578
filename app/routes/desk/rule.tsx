import { useTranslation } from "react-i18next"
import { data, Link } from "react-router"
import { changeRule } from "#app/domain/eligibility/change-rule.server.ts"
import { readTerms, ruleForm } from "#app/domain/eligibility/rule-form.ts"
import { nameWords } from "#app/domain/eligibility/rule-names.ts"
import { findRuleHistory } from "#app/domain/eligibility/rule-queries.server.ts"
import { askedWords } from "#app/domain/eligibility/rule-words.ts"
import { termsOf } from "#app/domain/eligibility/rules.ts"
import { RuleForm } from "#app/domain/eligibility/ui/rule-form.tsx"
import { type RuleLines, ruleLines, RuleReading } from "#app/domain/eligibility/ui/rule-reading.tsx"
import { RuleSource } from "#app/domain/eligibility/ui/rule-table.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import type { FormReply } from "#app/ui/sentence.ts"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/rule"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("rules.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const versions = notFoundUnless(await findRuleHistory(ctx, { university, ruleId: idOf(params.ruleId) }))
  const [latest] = versions
  return {
    id: latest.id,
    names: latest.names,
    level: latest.level,
    title: nameWords(t, language, latest.names),
    programme:
      latest.programmeTitle === null ? t("eligibility.rule.every") : t("eligibility.rule.onlyFor", { programme: latest.programmeTitle }),
    asks: askedWords(t, language, latest),
    terms: termsOf(latest),
    reads: ruleLines(t, language, latest),
    version: latest.version,
    mayEdit: roleMay(ctx.actor.role, "rules.edit"),
    versions: versions.map((one) => ({
      version: one.version,
      asks: askedWords(t, language, one),
      standing: t(`eligibility.standing.${one.standing}`),
      asOf: one.asOf,
      source: one.source,
      who: one.author === "" ? t("eligibility.rule.cameAlong") : one.author,
      when: momentText(one.createdAt, language),
    })),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rules.edit"))
  const ruleId = idOf(params.ruleId)
  const form = await readForm(request, ruleForm)
  if (!form.ok) return replyProblems(form.reply)
  const { version = 0, ...input } = form.value
  if (form.typed["preview"] !== undefined) {
    const scope = { university: universityOf(ctx.actor), ruleId }
    const [latest] = notFoundUnless(await findRuleHistory(ctx, scope))
    const read = readTerms(latest.names, input)
    if (read.refused) return replyRefusal(form.typed, read.refused)
    const reads = ruleLines(ctx.t, ctx.language, { ...latest, ...read.done })
    return data({ typed: form.typed, problems: [], reads } satisfies RuleReply)
  }
  const outcome = await changeRule(ctx, { ruleId, version, input })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`/desk/rules/${outcome.done.ruleId}?did=${outcome.done.isSame ? "rule-unchanged" : "rule-changed"}`, 303)
}

/** What was typed, and how it would be read where that was asked for. */
type RuleReply = FormReply & { reads?: RuleLines }

export default function Rule({ loaderData: rule, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const reply: RuleReply | undefined = actionData
  return (
    <div className="sheet">
      <title>{`${rule.title} · ${t("eligibility.rule.title")} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/rules">{t("eligibility.rule.back")}</Link>
      </p>
      <h1>{rule.title}</h1>
      <p className="lead">
        {t(`common.level.${rule.level}`)} · {rule.programme}
      </p>
      {reply?.reads === undefined ? <RuleReading lines={rule.reads} isTyped={false} /> : <RuleReading lines={reply.reads} isTyped />}
      {rule.mayEdit ? (
        <>
          <RuleForm names={rule.names} terms={rule.terms} version={rule.version} programmes={null} reply={reply} />
          <p>
            <Link to={`/desk/rules/new?level=${rule.level}&names=${encodeURIComponent(rule.names)}`}>{t("eligibility.rule.forOne")}</Link>
          </p>
        </>
      ) : (
        <p>{rule.asks}</p>
      )}
      <h2>{t("eligibility.rule.history")}</h2>
      <div className="wrap">
        <table>
          <thead>
            <tr>
              {(["version", "asks", "rests", "who", "when"] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`eligibility.rule.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rule.versions.map((one) => (
              <tr key={one.version} aria-current={one.version === rule.version ? "true" : undefined}>
                <th scope="row">
                  {one.version}{" "}
                  {one.version === rule.version ? (
                    <span className="tag">{t("eligibility.rule.inForce")}</span>
                  ) : (
                    <span className="tag amber">{t("eligibility.rule.former")}</span>
                  )}
                </th>
                <td>{one.asks}</td>
                <td>
                  {one.standing}
                  <br />
                  <RuleSource asOf={one.asOf} source={one.source} />
                </td>
                <td>
                  <bdi>{one.who}</bdi>
                </td>
                <td>
                  {one.when}{" "}
                  {rule.mayEdit && one.version !== rule.version ? (
                    <VerbButton
                      action={`/desk/rules/${rule.id}/restore`}
                      back={`/desk/rules/${rule.id}`}
                      values={{ number: String(one.version), version: String(rule.version) }}
                      look="link"
                      label={t("eligibility.rule.putBackLabel", { number: one.version })}
                    >
                      {t("eligibility.rule.putBack")}
                    </VerbButton>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

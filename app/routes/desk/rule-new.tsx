import { useTranslation } from "react-i18next"
import { data, Form, Link } from "react-router"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { addRule } from "#app/domain/editing/add-rule.server.ts"
import { listRuleProgrammes } from "#app/domain/editing/rule-versions.server.ts"
import { isLevel } from "#app/domain/eligibility/check-answers.ts"
import { readTerms, ruleForm } from "#app/domain/eligibility/rule-form.ts"
import { namesAt, nameWords, subjectOf } from "#app/domain/eligibility/rule-names.ts"
import { RuleForm } from "#app/domain/eligibility/ui/rule-form.tsx"
import { type RuleLines, ruleLines, RuleReading } from "#app/domain/eligibility/ui/rule-reading.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import type { Level } from "#app/platform/prisma-client/enums.ts"
import { allowedStaffOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal } from "#app/platform/http.server.ts"
import type { FormReply } from "#app/ui/sentence.ts"
import type { Route } from "./+types/rule-new"

/** The level and the name that the address says the rule is on; null while one is to be chosen. */
function lineIn(request: Request): { level: Level; names: string } | null {
  const query = new URL(request.url).searchParams
  const level = query.get("level") ?? ""
  const names = query.get("names") ?? ""
  return isLevel(level) && namesAt(level).includes(names) ? { level, names } : null
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("rules.edit"))
  const { t, language } = ctx
  const line = lineIn(request)
  const programmes = line === null ? [] : await listRuleProgrammes(ctx, universityOf(ctx.actor))
  return {
    language,
    line: line === null ? null : { ...line, title: nameWords(t, language, line.names) },
    programmes: programmes.filter(({ level }) => level === line?.level).map(({ id, title }) => ({ value: id, label: title })),
    // One list a level: a certificate is asked for a first degree, a degree beyond it.
    choices:
      line === null
        ? levels.map((level) => ({
            level,
            names: namesAt(level).map((names) => ({
              value: names,
              label: nameWords(t, language, names),
              group:
                subjectOf(names) === "language"
                  ? "languages"
                  : names.startsWith("degree:")
                    ? "degrees"
                    : /^[a-z]{2}-/.test(names)
                      ? "certificates"
                      : "scales",
            })),
          }))
        : [],
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("rules.edit"))
  const line = notFoundUnless(lineIn(request))
  const form = await readForm(request, ruleForm)
  if (!form.ok) return replyProblems(form.reply)
  const { version: _, ...input } = form.value
  const programmeId = form.typed["programme"]?.[0] || null
  if (form.typed["preview"] !== undefined) {
    const read = readTerms(line.names, input)
    if (read.refused) return replyRefusal(form.typed, read.refused)
    const rule = { ...line, ...read.done, university: universityOf(ctx.actor), subject: subjectOf(line.names), programmeId }
    const reads = ruleLines(ctx.t, ctx.language, { ...rule, id: "new", line: "", version: 0 })
    return data({ typed: form.typed, problems: [], reads } satisfies RuleReply)
  }
  const outcome = await addRule(ctx, { ...line, programmeId, input })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`/desk/rules/${outcome.done.ruleId}?did=rule-saved`, 303)
}

/** What was typed, and how it would be read where that was asked for. */
type RuleReply = FormReply & { reads?: RuleLines }

const groups = ["certificates", "scales", "degrees", "languages"] as const

export default function RuleNew({ loaderData: { language, line, programmes, choices }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const reply: RuleReply | undefined = actionData
  return (
    <div className="sheet">
      <title>{`${t("eligibility.rule.titleNew")} · ${t("common.name")}`}</title>
      <p>
        <Link to="/desk/rules">{t("eligibility.rule.back")}</Link>
      </p>
      <h1>{line === null ? t("eligibility.rule.titleNew") : line.title}</h1>
      {line === null ? (
        <>
          <p className="lead">{t("eligibility.rule.chooseLead")}</p>
          {choices.map(({ level, names }) => (
            <Form key={level} method="get" className="lone-form">
              <input type="hidden" name="level" value={level} />
              <div className="field">
                <label htmlFor={`f-${level}`}>
                  {t(`common.level.${level}`)} · {t("eligibility.rule.names")}
                </label>
                <select id={`f-${level}`} name="names">
                  {groups
                    .filter((group) => names.some((one) => one.group === group))
                    .map((group) => (
                      <optgroup key={group} label={t(`eligibility.rule.${group}`)}>
                        {names
                          .filter((one) => one.group === group)
                          .map((one) => (
                            <option key={one.value} value={one.value}>
                              {one.label}
                            </option>
                          ))}
                      </optgroup>
                    ))}
                </select>
              </div>
              <p>
                <button type="submit" className="btn quiet" aria-label={`${t("eligibility.rule.choose")}: ${t(`common.level.${level}`)}`}>
                  {t("eligibility.rule.choose")}
                </button>
              </p>
            </Form>
          ))}
        </>
      ) : (
        <>
          <p className="lead">{t(`common.level.${line.level}`)}</p>
          {reply?.reads === undefined ? null : <RuleReading lines={reply.reads} of="readsTyped" language={language} />}
          <RuleForm names={line.names} terms={null} version={0} programmes={programmes} save={t("eligibility.rule.save")} reply={reply} />
        </>
      )}
    </div>
  )
}

import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { type Language, languages } from "#app/locales/languages.ts"
import type { Owner, University } from "#app/platform/prisma-client/enums.ts"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { topics } from "#app/domain/catalogue/question-topics.ts"
import { Choices, PostForm, SelectField, Submit, TextArea, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import type { Content, Kind } from "../content.ts"
import { answerStandings, questionTexts } from "../question-content.ts"
import { type MarkOf, tongueLabels, Tongues } from "./tongues.tsx"

/** What somebody else saved while this was typed. */
export type Conflict = { number: number; name: string; moment: string; differences: { label: string; text: string }[] }

export type ThingReply = FormReply & { conflict?: Conflict }

type Props = {
  kind: Kind
  reply: ThingReply | undefined
  /** Null for a new thing. */
  thing: { content: Content; number: number; base: Language; marks: MarkOf; isSlugSettled: boolean } | null
  /** Of the member of staff who writes, and their language. */
  university: University
  language: Language
}

/** The form of a thing, new or not: its texts in three languages, and what is not text. */
export function ThingForm({ kind, reply, thing, university, language }: Props) {
  const { t } = useTranslation()
  const content = thing?.content ?? null
  const base = thing?.base ?? null
  const marks = thing?.marks ?? {}
  const labels: Record<string, string> = {
    base: t("editing.field.base"),
    owner: t("editing.field.owner"),
    ...questionTexts.reduce((all, { name }) => ({ ...all, ...tongueLabels(name, t(`editing.field.${name}`)) }), {}),
    topic: t("editing.field.topic"),
    standing: t("editing.field.standing"),
    levels: t("editing.field.levels"),
    asOf: t("editing.field.asOf"),
    source: t("editing.field.source"),
    slug: t("editing.field.slug"),
  }
  const conflict = reply?.conflict
  return (
    <>
      {conflict === undefined ? null : <ConflictNote conflict={conflict} />}
      <PostForm reply={reply} labels={labels} className="thing-form">
        <input type="hidden" name="version" value={conflict?.number ?? thing?.number ?? 0} />
        {thing === null ? <Beginning university={university} language={language} owners={ownersOf(kind, university)} /> : null}
        {questionTexts.map(({ name, isLong }) => (
          <Tongues
            key={name}
            name={name}
            label={t(`editing.field.${name}`)}
            help={isLong ? t("editing.help.paragraphs") : undefined}
            text={content?.[name] ?? null}
            base={base}
            marks={marks}
            isLong={isLong}
          />
        ))}
        <div className="form-row">
          <SelectField
            name="topic"
            label={t("editing.field.topic")}
            value={content?.topic}
            options={topics.map((value) => ({ value, label: t(`catalogue.topic.${value}`) }))}
          />
          <SelectField
            name="standing"
            label={t("editing.field.standing")}
            value={content?.standing}
            options={answerStandings.map((value) => ({ value, label: t(`catalogue.answerStanding.${value}`) }))}
          />
          <TextField name="asOf" label={t("editing.field.asOf")} help={t("editing.help.asOf")} value={content?.asOf} isOptional />
        </div>
        <Choices
          name="levels"
          kind="checkbox"
          label={t("editing.field.levels")}
          help={t("editing.help.levels")}
          values={content?.levels ?? []}
          options={levels.map((value) => ({ value, label: t(`common.level.${value}`) }))}
        />
        <TextArea
          name="source"
          label={t("editing.field.source")}
          help={t("editing.help.source")}
          value={content?.source}
          rows={3}
          isOptional
        />
        {thing?.isSlugSettled === true ? null : (
          <TextField name="slug" label={t("editing.field.slug")} help={t("editing.help.slug")} value={content?.slug} dir="ltr" isOptional />
        )}
        <p>
          <Submit>{conflict === undefined ? t("editing.save") : t("editing.saveOver", { number: conflict.number })}</Submit>
        </p>
      </PostForm>
    </>
  )
}

/** Whose a new thing may be: one's own, or what belongs to both. */
function ownersOf(kind: Kind, university: University): readonly (Owner | null)[] {
  return { question: [university, null] }[kind]
}

function Beginning({ university, language, owners }: { university: University; language: Language; owners: readonly (Owner | null)[] }) {
  const { t } = useTranslation()
  return (
    <>
      <Choices
        name="owner"
        kind="radio"
        label={t("editing.field.owner")}
        help={t("editing.help.owner")}
        values={[university]}
        options={owners.map((owner) => ({
          value: owner ?? "",
          label: owner === null ? t("editing.both") : t(`common.university.${owner}`),
        }))}
      />
      <SelectField
        name="base"
        label={t("editing.field.base")}
        help={t("editing.help.base")}
        value={language}
        options={languages.map((value) => ({ value, label: t(`common.languageName.${value}`) }))}
      />
    </>
  )
}

/** Somebody else was quicker: what they wrote where it differs, and what saving now would do. */
function ConflictNote({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const { number, name, moment } = conflict
  const lines: ReactNode =
    conflict.differences.length === 0 ? (
      <p>{t("editing.conflict.same")}</p>
    ) : (
      <dl className="theirs">
        {conflict.differences.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <section className="problems" role="alert">
      <h2>{t("editing.conflict.title", { name, number, moment })}</h2>
      <p>{t("editing.conflict.text")}</p>
      {lines}
      <p>{t("editing.conflict.over")}</p>
    </section>
  )
}

import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { costKinds } from "#app/domain/catalogue/catalogue-texts.ts"
import { topics } from "#app/domain/catalogue/question-topics.ts"
import { Choices, type Option, SelectField, TextArea, TextField } from "#app/ui/form.tsx"
import { answerStandings, type QuestionContent, questionTexts } from "../question-content.ts"
import { type SchemeContent, schemeTexts, standings } from "../scheme-content.ts"
import { fieldWord } from "./content-words.ts"
import { type MarkOf, Tongues } from "./tongues.tsx"

export type FieldsProps<Kept> = { content: Kept | null; base: Language | null; marks: MarkOf }

export function QuestionFields({ content, ...around }: FieldsProps<QuestionContent>) {
  const { t } = useTranslation()
  return (
    <>
      {questionTexts.map(({ name, look }) => (
        <Tongues key={name} name={name} label={fieldWord(t, "question", name)} text={content?.[name] ?? null} look={look} {...around} />
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
          label={t("editing.field.answerStanding")}
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
      <SourceField source={content?.source} />
    </>
  )
}

export function SchemeFields({ content, countries, ...around }: FieldsProps<SchemeContent> & { countries: readonly Option[] }) {
  const { t } = useTranslation()
  return (
    <>
      {schemeTexts.map(({ name, look }) => (
        <Tongues key={name} name={name} label={fieldWord(t, "scheme", name)} text={content?.[name] ?? null} look={look} {...around} />
      ))}
      <div className="form-row">
        <SelectField
          name="standing"
          label={t("editing.field.standing")}
          value={content?.standing}
          options={standings.map((value) => ({ value, label: t(`site.scholarships.${value}`) }))}
        />
        <TextField
          name="places"
          label={t("editing.field.places")}
          help={t("editing.help.places")}
          value={content?.places}
          inputMode="numeric"
          dir="ltr"
          isOptional
        />
        <TextField name="asOf" label={t("editing.field.asOf")} help={t("editing.help.asOf")} value={content?.asOf} />
        <TextField
          name="position"
          label={t("editing.field.position")}
          help={t("editing.help.position")}
          value={content?.position}
          inputMode="numeric"
          dir="ltr"
          isOptional
        />
      </div>
      <SourceField source={content?.source} />
      <PayLines pays={content?.pays ?? []} />
      <details className="folded" open={(content?.nationals.length ?? 0) > 0}>
        <summary>{t("editing.field.nationals")}</summary>
        <Choices
          name="nationals"
          kind="checkbox"
          label={t("editing.field.nationals")}
          help={t("editing.help.nationals")}
          values={content?.nationals ?? []}
          options={countries}
        />
      </details>
    </>
  )
}

/** Which part of each cost of a year it pays; nothing typed where nothing is published. */
function PayLines({ pays }: { pays: SchemeContent["pays"] }) {
  const { t } = useTranslation()
  return (
    <section className="lines" aria-labelledby="pays">
      <h2 id="pays">{t("editing.pays.title")}</h2>
      <p className="help">{t("editing.pays.help")}</p>
      {costKinds.map((kind) => {
        const share = pays.find((one) => one.kind === kind)
        const cost = t(`costs.kind.${kind}`)
        return (
          <div key={kind} className="form-row shares">
            {(["least", "most"] as const).map((end) => (
              <TextField
                key={end}
                name={`pays-${kind}-${end}`}
                label={t(`editing.pays.${end}`, { cost })}
                value={end === "least" ? share?.leastPercent : share?.mostPercent}
                inputMode="numeric"
                dir="ltr"
                isOptional
              />
            ))}
          </div>
        )
      })}
    </section>
  )
}

function SourceField({ source }: { source: string | undefined }) {
  const { t } = useTranslation()
  return <TextArea name="source" label={t("editing.field.source")} help={t("editing.help.source")} value={source} rows={3} isOptional />
}

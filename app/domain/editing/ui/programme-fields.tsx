import { useTranslation } from "react-i18next"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { languages } from "#app/locales/languages.ts"
import { Choices, type Option, SelectField, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { fields, type ProgrammeContent, programmeTexts } from "../programme-content.ts"
import { standings } from "../scheme-content.ts"
import { CostLines } from "./cost-lines.tsx"
import { IntakeLines } from "./intake-lines.tsx"
import { fieldWord } from "./content-words.ts"
import type { FieldsProps } from "./thing-fields.tsx"
import { Tongues } from "./tongues.tsx"

/** What the form of a thing has to know beside the thing. */
export type FormSurroundings = {
  /** Scholarships it may go with, by their addresses. */
  schemes: readonly Option[]
  /** How many chose each intake, by its id. */
  chosen: Readonly<Record<string, number>>
  countries: readonly Option[]
}

type Props = FieldsProps<ProgrammeContent> & Omit<FormSurroundings, "countries"> & { reply: FormReply | undefined }

export function ProgrammeFields({ content, schemes, chosen, reply, ...around }: Props) {
  const { t } = useTranslation()
  const taught = content?.teachingLanguages ?? []
  return (
    <>
      {programmeTexts.map(({ name, look }) => (
        <Tongues key={name} name={name} label={fieldWord(t, "programme", name)} text={content?.[name] ?? null} look={look} {...around} />
      ))}
      <div className="form-row">
        <SelectField
          name="level"
          label={t("editing.field.level")}
          value={content?.level}
          options={levels.map((value) => ({ value, label: t(`common.level.${value}`) }))}
        />
        <SelectField
          name="field"
          label={t("editing.field.field")}
          value={content?.field}
          options={fields.map((value) => ({ value, label: t(`common.field.${value}`) }))}
        />
        <SelectField
          name="standing"
          label={t("editing.field.standing")}
          value={content?.standing}
          options={standings.map((value) => ({ value, label: t(`common.standing.${value}`) }))}
        />
        <TextField
          name="durationMonths"
          label={t("editing.field.durationMonths")}
          value={content?.durationMonths}
          inputMode="numeric"
          dir="ltr"
          isOptional
        />
      </div>
      <div className="form-row">
        <TextField name="city" label={t("editing.field.city")} help={t("editing.help.city")} value={content?.city} isOptional />
        <TextField name="school" label={t("editing.field.school")} help={t("editing.help.school")} value={content?.school} isOptional />
        <TextField
          name="source"
          label={t("editing.field.source")}
          help={t("editing.help.oneSource")}
          value={content?.source}
          dir="ltr"
          isOptional
        />
      </div>
      <Choices
        name="teachingLanguages"
        kind="checkbox"
        label={t("editing.field.teachingLanguages")}
        values={taught}
        // In the order they stand in, so that saving changes nothing.
        options={[...taught, ...languages.filter((one) => !taught.includes(one))].map((value) => ({
          value,
          label: t(`common.languageName.${value}`),
        }))}
      />
      {schemes.length === 0 ? null : (
        <Choices
          name="schemes"
          kind="checkbox"
          label={t("editing.field.schemes")}
          help={t("editing.help.schemes")}
          values={content?.schemes ?? []}
          options={schemes}
        />
      )}
      <IntakeLines intakes={content?.intakes ?? []} isJoint={content?.owner === "JOINT"} chosen={chosen} reply={reply} />
      <CostLines costs={content?.costs ?? []} {...around} />
    </>
  )
}

import { useTranslation } from "react-i18next"
import { moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { clockText } from "#app/ui/desk-dates.ts"
import { Box, SelectField, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { moneyInput } from "../money-field.ts"
import type { IntakeContent } from "../programme-content.ts"

type Props = {
  intakes: readonly IntakeContent[]
  /** Of both universities: then each intake is of one, or of both. */
  isJoint: boolean
  chosen: Readonly<Record<string, number>>
  reply: FormReply | undefined
}

/** The intakes of a programme, and an empty line for another. */
export function IntakeLines({ intakes, isJoint, chosen, reply }: Props) {
  const { t } = useTranslation()
  return (
    <section className="lines" aria-labelledby="intakes">
      <h2 id="intakes">{t("editing.intakes.title")}</h2>
      <p className="help">{t("editing.intakes.help")}</p>
      {[...intakes, null].map((intake, line) => (
        <fieldset key={intake?.id ?? "new"} className="line">
          <legend>{intake === null ? t("editing.intakes.another") : t("editing.line.intakes", { number: line + 1 })}</legend>
          <IntakeLine name={`intakes-${line}`} intake={intake} isJoint={isJoint} chosen={chosen[intake?.id ?? ""] ?? 0} reply={reply} />
        </fieldset>
      ))}
    </section>
  )
}

function IntakeLine({
  name,
  intake,
  isJoint,
  chosen,
  reply,
}: {
  name: string
  intake: IntakeContent | null
  isJoint: boolean
  chosen: number
  reply: FormReply | undefined
}) {
  const { t } = useTranslation()
  const day = (instant: string | undefined) => (instant === undefined ? "" : moroccoDayText(new Date(instant), 0))
  const clock = (instant: string | undefined, otherwise: string) => (instant === undefined ? otherwise : clockText(new Date(instant), "en"))
  return (
    <>
      {intake === null ? null : <input type="hidden" name={`${name}-id`} value={intake.id} />}
      {chosen === 0 ? null : <p className="help">{t("editing.intakes.chosen", { count: chosen })}</p>}
      <div className="form-row">
        <TextField
          name={`${name}-admissionYear`}
          label={t("editing.field.admissionYear")}
          value={intake?.admissionYear}
          inputMode="numeric"
          dir="ltr"
        />
        <DateField name={`${name}-startsOn`} label={t("editing.field.startsOn")} value={intake?.startsOn ?? ""} reply={reply} />
        <TextField name={`${name}-seats`} label={t("editing.field.seats")} value={intake?.seats} inputMode="numeric" dir="ltr" />
        <TextField
          name={`${name}-fee`}
          label={t("editing.field.fee")}
          value={moneyInput(intake?.feeMinor ?? null)}
          inputMode="decimal"
          dir="ltr"
          isOptional
        />
      </div>
      <div className="form-row">
        <DateField name={`${name}-opensDay`} label={t("editing.field.opensDay")} value={day(intake?.opensAt)} reply={reply} />
        <TextField name={`${name}-opensTime`} label={t("editing.field.opensTime")} value={clock(intake?.opensAt, "00:00")} dir="ltr" />
        <DateField name={`${name}-closesDay`} label={t("editing.field.closesDay")} value={day(intake?.closesAt)} reply={reply} />
        <TextField name={`${name}-closesTime`} label={t("editing.field.closesTime")} value={clock(intake?.closesAt, "23:59")} dir="ltr" />
      </div>
      <div className="form-row">
        {isJoint ? (
          <SelectField
            name={`${name}-owner`}
            label={t("editing.field.owner")}
            value={intake?.owner ?? "JOINT"}
            options={(["JOINT", "AUI", "UM6P"] as const).map((value) => ({ value, label: t(`common.universityShort.${value}`) }))}
          />
        ) : null}
        <Box name={`${name}-isSample`} label={t("editing.field.isSample")} isChecked={intake?.isSample ?? false} />
        {intake === null || chosen > 0 ? null : <Box name={`${name}-remove`} label={t("editing.remove")} />}
      </div>
    </>
  )
}

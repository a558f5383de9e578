import { useTranslation } from "react-i18next"
import { costPers, lineKinds } from "#app/domain/catalogue/catalogue-texts.ts"
import { Box, SelectField, TextField } from "#app/ui/form.tsx"
import { moneyInput } from "../money-field.ts"
import { confidences, type CostContent, currencies } from "../programme-content.ts"
import type { FieldsProps } from "./thing-fields.tsx"
import { Tongues } from "./tongues.tsx"

type Props = Omit<FieldsProps<never>, "content"> & { costs: readonly CostContent[] }

/** What a programme costs, line by line, each with its year and where it was read; and an empty line for another. */
export function CostLines({ costs, ...around }: Props) {
  const { t } = useTranslation()
  return (
    <section className="lines" aria-labelledby="costs">
      <h2 id="costs">{t("editing.costs.title")}</h2>
      <p className="help">{t("editing.costs.help")}</p>
      {[...costs, null].map((cost, line) => (
        <fieldset key={`costs-${line}`} className="line">
          <legend>{cost === null ? t("editing.costs.another") : t("editing.line.costs", { number: line + 1 })}</legend>
          <CostLine name={`costs-${line}`} cost={cost} {...around} />
        </fieldset>
      ))}
    </section>
  )
}

function CostLine({ name, cost, ...around }: Omit<Props, "costs"> & { name: string; cost: CostContent | null }) {
  const { t } = useTranslation()
  return (
    <>
      <Tongues name={`${name}-item`} label={t("editing.field.item")} text={cost?.item ?? null} look="line" {...around} />
      <div className="form-row">
        <TextField
          name={`${name}-amount`}
          label={t("editing.field.amount")}
          value={moneyInput(cost?.amountMinor ?? null)}
          inputMode="decimal"
          dir="ltr"
        />
        <TextField
          name={`${name}-amountMax`}
          label={t("editing.field.amountMax")}
          value={moneyInput(cost?.amountMaxMinor ?? null)}
          inputMode="decimal"
          dir="ltr"
          isOptional
        />
        <SelectField
          name={`${name}-currency`}
          label={t("editing.field.currency")}
          value={cost?.currency ?? "MAD"}
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <SelectField
          name={`${name}-per`}
          label={t("editing.field.per")}
          value={cost?.per ?? "year"}
          options={costPers.map((value) => ({ value, label: t(`catalogue.per.${value}`) }))}
        />
      </div>
      <div className="form-row">
        <TextField name={`${name}-asOf`} label={t("editing.field.year")} value={cost?.asOf} dir="ltr" />
        <TextField name={`${name}-source`} label={t("editing.field.source")} value={cost?.source} dir="ltr" />
        <SelectField
          name={`${name}-confidence`}
          label={t("editing.field.confidence")}
          value={cost?.confidence ?? "high"}
          options={confidences.map((value) => ({ value, label: t(`editing.confidence.${value}`) }))}
        />
      </div>
      <div className="form-row">
        <SelectField
          name={`${name}-lineKind`}
          label={t("editing.field.lineKind")}
          value={cost?.lineKind}
          options={lineKinds.map((value) => ({ value, label: t(`editing.lineKind.${value}`) }))}
          emptyLabel={t("editing.lineKind.none")}
        />
        <TextField
          name={`${name}-timesLeast`}
          label={t("editing.field.timesLeast")}
          value={cost?.timesLeast}
          inputMode="numeric"
          dir="ltr"
          isOptional
        />
        <TextField
          name={`${name}-timesMost`}
          label={t("editing.field.timesMost")}
          value={cost?.timesMost}
          inputMode="numeric"
          dir="ltr"
          isOptional
        />
      </div>
      <div className="form-row">
        <Box name={`${name}-isDated`} label={t("editing.field.isDated")} isChecked={cost?.isDated ?? true} />
        {cost === null ? null : <Box name={`${name}-remove`} label={t("editing.remove")} />}
      </div>
    </>
  )
}

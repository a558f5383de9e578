import { useTranslation } from "react-i18next"
import { DateField } from "#app/ui/date-field.tsx"
import { Panel } from "#app/ui/desk-parts.tsx"
import { Choices, type Option, PostForm, SelectField, Submit, TextArea } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  id: string
  reply: FormReply | undefined
  isAgain: boolean
  columns: readonly { heading: string; sample: readonly string[]; holds: string }[]
  holds: readonly Option[]
  country: string
  countries: readonly Option[]
  language: string
  languages: readonly Option[]
  dateOrder: string
  dateOrders: readonly Option[]
  forWhom: string
  whom: readonly Option[]
  encoding: { value: string; options: readonly Option[] } | null
  delimiter: { value: string; options: readonly Option[] } | null
  sheet: { value: string; options: readonly Option[] } | null
  consent: { how: string; on: string; text: string; ways: readonly Option[] }
}

/** What the columns of a list hold and how it is read: recognised, and to be put right. */
export function MappingPanel({ id, reply, columns, holds, encoding, delimiter, sheet, consent, ...list }: Props) {
  const { t } = useTranslation()
  const labels = {
    ...Object.fromEntries(columns.map(({ heading }, place) => [`column-${place}`, heading])),
    encoding: t("imports.mapping.encoding"),
    delimiter: t("imports.mapping.delimiter"),
    sheet: t("imports.sheet"),
    country: t("imports.mapping.country"),
    language: t("imports.mapping.language"),
    dateOrder: t("imports.mapping.dateOrder"),
    forWhom: t("imports.mapping.forWhom"),
    consentHow: t("imports.consent.how"),
    consentOn: t("imports.consent.on"),
    consentText: t("imports.consent.text"),
  }
  return (
    <Panel title={t("imports.mapping.title")} isWide>
      <p className="quiet">{t("imports.mapping.help")}</p>
      <PostForm reply={reply} labels={labels} action={`/desk/imports/${id}`}>
        <div className="wrap">
          <table className="columns">
            <thead>
              <tr>
                {(["heading", "sample", "holds"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`imports.mapping.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {columns.map((column, place) => (
                // Columns have no name of their own: two may be headed alike.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={place}>
                  <th scope="row">
                    <bdi>{column.heading}</bdi>
                  </th>
                  <td>
                    {column.sample.map((cell, row) => (
                      // oxlint-disable-next-line react/no-array-index-key
                      <small key={row}>
                        <bdi>{cell}</bdi>
                      </small>
                    ))}
                  </td>
                  <td>
                    <select
                      id={`f-column-${place}`}
                      name={`column-${place}`}
                      aria-label={t("imports.mapping.of", { heading: column.heading })}
                      defaultValue={reply?.typed[`column-${place}`]?.[0] ?? column.holds}
                      aria-invalid={reply?.problems.some(({ field }) => field === `column-${place}`) === true ? true : undefined}
                    >
                      <option value="">{t("imports.mapping.nothing")}</option>
                      {holds.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <h3>{t("imports.mapping.reading")}</h3>
        <div className="form-row">
          <SelectField
            name="country"
            label={labels.country}
            help={t("imports.mapping.countryHelp")}
            options={list.countries}
            value={list.country}
          />
          <SelectField
            name="language"
            label={labels.language}
            help={t("imports.mapping.languageHelp")}
            options={list.languages}
            value={list.language}
          />
          <SelectField name="dateOrder" label={labels.dateOrder} options={list.dateOrders} value={list.dateOrder} />
        </div>
        <div className="form-row">
          {encoding === null ? null : (
            <SelectField name="encoding" label={labels.encoding} help={t("imports.mapping.encodingHelp")} {...encoding} />
          )}
          {delimiter === null ? null : <SelectField name="delimiter" label={labels.delimiter} {...delimiter} />}
          {sheet === null ? null : <SelectField name="sheet" label={labels.sheet} {...sheet} />}
        </div>
        <Choices name="forWhom" kind="radio" label={labels.forWhom} options={list.whom} values={[list.forWhom]} />
        <h3>{t("imports.consent.title")}</h3>
        <p className="quiet">{t("imports.consent.help")}</p>
        <div className="form-row">
          <SelectField name="consentHow" label={labels.consentHow} options={consent.ways} value={consent.how} />
          <DateField name="consentOn" label={labels.consentOn} value={consent.on} reply={reply} />
        </div>
        <TextArea name="consentText" label={labels.consentText} help={t("imports.consent.textHelp")} rows={3} value={consent.text} />
        <p>
          <Submit isQuiet={list.isAgain}>{t(list.isAgain ? "imports.mapping.again" : "imports.mapping.save")}</Submit>
        </p>
      </PostForm>
    </Panel>
  )
}

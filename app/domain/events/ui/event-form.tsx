import { useTranslation } from "react-i18next"
import { type Language, languageFacts, languages } from "#app/locales/languages.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { Choices, type Option, PostForm, SelectField, Submit, TextArea, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { eventKinds, type eventOwners } from "../event-kinds.ts"
import type { EventText } from "../event-texts.ts"

/** What the fields of the form hold at first, as they are typed. */
export type EventValues = {
  owner: (typeof eventOwners)[number]
  kind: (typeof eventKinds)[number]
  day: string
  time: string
  endDay: string
  end: string
  country: string
  link: string
  capacity: number | null
  version: string
  texts: Record<"title" | "summary" | "about" | "venue", EventText>
}

type Props = {
  reply: FormReply | undefined
  values: EventValues
  /** The universities this desk may write an event of. */
  owners: readonly EventValues["owner"][]
  countries: readonly Option[]
  send: string
  back: string
}

const parts = ["title", "summary", "about", "venue"] as const

/** An event as its desk writes it: when and where once, the words in three languages side by side. */
export function EventForm({ reply, values, owners, countries, send, back }: Props) {
  const { t } = useTranslation()
  const named = (language: Language) => t(`common.languageName.${language}`)
  const labels: Record<string, string> = {
    owner: t("deskEvents.form.owner"),
    kind: t("deskEvents.form.kind"),
    day: t("deskEvents.form.day"),
    time: t("deskEvents.form.time"),
    endDay: t("deskEvents.form.endDay"),
    end: t("deskEvents.form.end"),
    country: t("deskEvents.form.country"),
    link: t("deskEvents.form.link"),
    capacity: t("deskEvents.form.capacity"),
    ...Object.fromEntries(
      languages.flatMap((language) => parts.map((part) => [`${part}-${language}`, `${t(`deskEvents.part.${part}`)} (${named(language)})`])),
    ),
  }
  const label = (name: string) => labels[name] ?? name
  const fields = (language: Language) =>
    parts.map((part) => {
      const name = `${part}-${language}`
      const shown = {
        name,
        label: t(`deskEvents.part.${part}`),
        help: t(`deskEvents.partHelp.${part}`),
        value: values.texts[part][language],
      }
      if (part === "about") return <TextArea key={name} {...shown} rows={7} />
      return part === "summary" ? <TextArea key={name} {...shown} rows={3} /> : <TextField key={name} {...shown} />
    })
  return (
    <PostForm reply={reply} labels={labels} className="event-form">
      <input type="hidden" name="version" value={values.version} />
      <div className="panel event-facts">
        <Choices
          name="owner"
          kind="radio"
          label={label("owner")}
          values={[values.owner]}
          options={owners.map((owner) => ({ value: owner, label: t(`common.university.${owner}`) }))}
        />
        <Choices
          name="kind"
          kind="radio"
          label={label("kind")}
          values={[values.kind]}
          options={eventKinds.map((kind) => ({ value: kind, label: t(`events.kind.${kind}`) }))}
        />
        <div className="form-row">
          <DateField name="day" label={label("day")} help={t("deskEvents.form.dayHelp")} value={values.day} reply={reply} />
          <TextField name="time" label={label("time")} help={t("deskEvents.form.timeHelp")} value={values.time} dir="ltr" size="short" />
          <DateField name="endDay" label={label("endDay")} help={t("deskEvents.form.dayHelp")} value={values.endDay} reply={reply} />
          <TextField name="end" label={label("end")} help={t("deskEvents.form.timeHelp")} value={values.end} dir="ltr" size="short" />
        </div>
        <div className="form-row">
          <SelectField
            name="country"
            label={label("country")}
            help={t("deskEvents.form.countryHelp")}
            options={countries}
            value={values.country}
          />
          <TextField name="link" label={label("link")} help={t("deskEvents.form.linkHelp")} value={values.link} dir="ltr" />
          <TextField
            name="capacity"
            label={label("capacity")}
            help={t("deskEvents.form.capacityHelp")}
            value={values.capacity}
            inputMode="numeric"
            dir="ltr"
            size="short"
          />
        </div>
      </div>
      <h2>{t("deskEvents.form.texts")}</h2>
      <p className="quiet">{t("deskEvents.form.textsHelp")}</p>
      <div className="letters">
        {languages.map((language) => (
          <fieldset key={language} className="panel letter">
            <legend lang={language}>{languageFacts[language].name}</legend>
            {fields(language)}
          </fieldset>
        ))}
      </div>
      <p className="acts">
        <Submit>{send}</Submit>
        <a className="btn quiet" href={back}>
          {t("deskEvents.form.back")}
        </a>
      </p>
    </PostForm>
  )
}

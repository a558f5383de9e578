import { useTranslation } from "react-i18next"
import { moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { eventKinds } from "#app/domain/events/event-kinds.ts"
import { DateField } from "#app/ui/date-field.tsx"
import { clockText } from "#app/ui/desk-dates.ts"
import { Choices, type Option, SelectField, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { type EventContent, eventTexts } from "../event-content.ts"
import { fieldWord } from "./content-words.ts"
import type { FieldsProps } from "./thing-fields.tsx"
import { Tongues } from "./tongues.tsx"

type Props = FieldsProps<EventContent> & { countries: readonly Option[]; reply: FormReply | undefined }

/** When and where once, the words in their languages side by side. */
export function EventFields({ content, countries, reply, ...around }: Props) {
  const { t } = useTranslation()
  const day = (instant: string | undefined) => (instant === undefined ? "" : moroccoDayText(new Date(instant), 0))
  const clock = (instant: string | undefined, otherwise: string) => (instant === undefined ? otherwise : clockText(new Date(instant), "en"))
  return (
    <>
      {eventTexts.map(({ name, look }) => (
        <Tongues key={name} name={name} label={fieldWord(t, "event", name)} text={content?.[name] ?? null} look={look} {...around} />
      ))}
      <Choices
        name="eventKind"
        kind="radio"
        label={t("editing.field.eventKind")}
        values={[content?.eventKind ?? "online"]}
        options={eventKinds.map((value) => ({ value, label: t(`events.kind.${value}`) }))}
      />
      <div className="form-row">
        <DateField name="day" label={t("editing.field.day")} value={day(content?.startsAt)} reply={reply} />
        <TextField
          name="time"
          label={t("editing.field.time")}
          help={t("editing.help.time")}
          value={clock(content?.startsAt, "18:00")}
          dir="ltr"
        />
        <DateField name="endDay" label={t("editing.field.endDay")} value={day(content?.endsAt)} reply={reply} />
        <TextField
          name="end"
          label={t("editing.field.end")}
          help={t("editing.help.time")}
          value={clock(content?.endsAt, "19:00")}
          dir="ltr"
        />
      </div>
      <div className="form-row">
        <SelectField
          name="country"
          label={t("editing.field.country")}
          help={t("editing.help.country")}
          options={countries}
          value={content?.country}
          emptyLabel={t("editing.noCountry")}
        />
        <TextField name="link" label={t("editing.field.link")} help={t("editing.help.link")} value={content?.link} dir="ltr" isOptional />
        <TextField
          name="capacity"
          label={t("editing.field.capacity")}
          help={t("editing.help.capacity")}
          value={content?.capacity}
          inputMode="numeric"
          dir="ltr"
          isOptional
        />
      </div>
    </>
  )
}

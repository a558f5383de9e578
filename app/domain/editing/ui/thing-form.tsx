import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import { costKinds } from "#app/domain/catalogue/catalogue-texts.ts"
import { type Language, languages } from "#app/locales/languages.ts"
import type { Owner, University } from "#app/platform/prisma-client/enums.ts"
import { Choices, PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import type { Content, Kind } from "../content.ts"
import { type Conflict, ConflictNote, numberSeen } from "./conflict-note.tsx"
import { fieldWord, ownerWord } from "./content-words.ts"
import { eventTexts } from "../event-content.ts"
import { programmeTexts } from "../programme-content.ts"
import { questionTexts } from "../question-content.ts"
import { schemeTexts } from "../scheme-content.ts"
import { EventFields } from "./event-fields.tsx"
import { ProgrammeFields, type FormSurroundings } from "./programme-fields.tsx"
import { type FieldsProps, QuestionFields, SchemeFields } from "./thing-fields.tsx"
import { type MarkOf, tongueLabels } from "./tongues.tsx"

export type ThingReply = FormReply & { conflict?: Conflict }

type Props = {
  kind: Kind
  reply: ThingReply | undefined
  /** Null for a new thing. */
  thing: { content: Content; number: number; base: Language; marks: MarkOf; isSlugSettled: boolean } | null
  surroundings: FormSurroundings
  /** Of the member of staff who writes, and their language. */
  university: University
  language: Language
}

/** The form of a thing, new or not: its texts in three languages, and what is not text. */
export function ThingForm({ kind, reply, thing, surroundings, university, language }: Props) {
  const { t } = useTranslation()
  const labels = labelsOf(t, kind, reply?.typed ?? {})
  const conflict = reply?.conflict
  return (
    <>
      {conflict === undefined ? null : <ConflictNote conflict={conflict} />}
      <PostForm reply={reply} labels={labels} className="thing-form">
        <input type="hidden" name="version" value={numberSeen(reply, thing?.number ?? 0)} />
        {thing === null ? <Beginning university={university} language={language} kind={kind} /> : null}
        <Fields
          kind={kind}
          content={thing?.content ?? null}
          base={thing?.base ?? null}
          marks={thing?.marks ?? {}}
          surroundings={surroundings}
          reply={reply}
        />
        {thing?.isSlugSettled === true ? null : (
          <TextField
            name="slug"
            label={t("editing.field.slug")}
            help={t("editing.help.slug")}
            value={thing?.content.slug}
            dir="ltr"
            isOptional
          />
        )}
        <p>
          <Submit>{conflict === undefined ? t("editing.save") : t("editing.saveOver", { number: conflict.number })}</Submit>
        </p>
      </PostForm>
    </>
  )
}

type OwnFields = FieldsProps<Content> & { kind: Kind; surroundings: FormSurroundings; reply: FormReply | undefined }

function Fields({ kind, content, surroundings, reply, ...around }: OwnFields) {
  const { schemes, chosen, countries } = surroundings
  if (kind === "programme")
    return <ProgrammeFields content={content?.kind === kind ? content : null} reply={reply} schemes={schemes} chosen={chosen} {...around} />
  if (kind === "event")
    return <EventFields content={content?.kind === kind ? content : null} reply={reply} countries={countries} {...around} />
  if (kind === "question") return <QuestionFields content={content?.kind === kind ? content : null} {...around} />
  return <SchemeFields content={content?.kind === kind ? content : null} countries={countries} {...around} />
}

/** What the summary of problems calls each field, in the order of the form. */
function labelsOf(t: TFunction, kind: Kind, typed: FormReply["typed"]): Record<string, string> {
  const texts = { programme: programmeTexts, question: questionTexts, scheme: schemeTexts, event: eventTexts }[kind]
  const facts = {
    programme: ["level", "field", "standing", "durationMonths", "city", "school", "source", "teachingLanguages", "schemes"],
    question: ["topic", "standing", "asOf", "levels", "source"],
    scheme: [
      "standing",
      "places",
      "asOf",
      "position",
      "source",
      "nationals",
      ...costKinds.flatMap((one) => [`pays-${one}-least`, `pays-${one}-most`]),
    ],
    event: ["eventKind", "day", "time", "endDay", "end", "country", "link", "capacity"],
  }[kind]
  return Object.fromEntries([
    ...["owner", "base"].map((name) => [name, fieldWord(t, kind, name)]),
    ...texts.flatMap(({ name }) => tongueLabels(name, fieldWord(t, kind, name))),
    ...[...facts, "slug"].map((name) => [name, fieldWord(t, kind, name)]),
    ...Object.keys(typed).flatMap((name) => (/^(?:costs|intakes)-/.test(name) ? [[name, fieldWord(t, kind, name)]] : [])),
  ])
}

/** Whose a new thing may be: one's own, of both, or of neither: a question for both, a scholarship of the state. */
function ownersOf(kind: Kind, university: University): readonly (Owner | null)[] {
  const own = [university, "JOINT" as const]
  return { programme: own, event: own, scheme: [...own, null], question: [university, null] }[kind]
}

function Beginning({ kind, university, language }: { kind: Kind; university: University; language: Language }) {
  const { t } = useTranslation()
  return (
    <>
      <Choices
        name="owner"
        kind="radio"
        label={t("editing.field.owner")}
        help={t("editing.help.owner")}
        values={[university]}
        options={ownersOf(kind, university).map((owner) => ({ value: owner ?? "", label: ownerWord(t, kind, owner) }))}
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

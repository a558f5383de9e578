import { findProgramme, type ProgrammeView } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { countQuestionPages, relatedQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { courseData } from "#app/domain/catalogue/course-data.ts"
import { ProgrammeArticle } from "#app/domain/catalogue/ui/programme-article.tsx"
import { residenceOptions, spelledField } from "#app/domain/leads/enquiry-form.server.ts"
import { ShortEnquiryForm } from "#app/domain/leads/ui/short-enquiry-form.tsx"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/programme"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const programme = notFoundUnless(await findProgramme(ctx, params.slug))
  const school = programme.owner === "JOINT" ? "" : ctx.t(`common.university.${programme.owner}`)
  const url = `${ctx.settings.publicUrl}/${ctx.language}/programmes/${programme.slug}`
  return {
    language: ctx.language,
    programme,
    countries: residenceOptions(ctx),
    known: knownOf(programme),
    questions: await relatedQuestions(ctx, programme),
    questionPages: await countQuestionPages(ctx),
    course: courseData(programme, { url, language: ctx.language, university: school }),
  }
}

/** What an enquiry about a programme says of its level and field; of what is only announced nobody knows the field yet. */
function knownOf({ level, field, standing }: ProgrammeView): (readonly [string, string])[] {
  return [["level", level], ...(standing === "announced" ? [] : [["fields", spelledField(field)] as const])]
}

export default function Programme({ loaderData: { countries, known, ...page } }: Route.ComponentProps) {
  const { programme, language } = page
  return (
    <ProgrammeArticle {...page}>
      <ShortEnquiryForm
        asks="answer"
        action={`/${language}/enquire?about=${programme.slug}`}
        known={known}
        countries={countries}
        owner={programme.owner}
        language={language}
      />
    </ProgrammeArticle>
  )
}

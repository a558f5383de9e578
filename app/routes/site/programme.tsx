import { findProgramme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { countQuestionPages, relatedQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { courseData } from "#app/domain/catalogue/course-data.ts"
import { ProgrammeArticle } from "#app/domain/catalogue/ui/programme-article.tsx"
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
    questions: await relatedQuestions(ctx, programme),
    questionPages: await countQuestionPages(ctx),
    course: courseData(programme, { url, language: ctx.language, university: school }),
  }
}

export default function Programme({ loaderData }: Route.ComponentProps) {
  return <ProgrammeArticle {...loaderData} />
}

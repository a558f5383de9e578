import type { QuestionView } from "./question-queries.server.ts"

/** Questions as schema.org's FAQPage, for search engines. The text is safe inside a script element. */
export function questionData(questions: readonly QuestionView[], language: string): string {
  const page = {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    inLanguage: language,
    mainEntity: questions.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer.join("\n") },
    })),
  }
  return JSON.stringify(page).replaceAll("<", "\\u003c")
}

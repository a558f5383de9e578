import { closeReport } from "#app/domain/trust/close-report.server.ts"
import { lookIntoReport } from "#app/domain/trust/look-into-report.server.ts"
import { makeReport, type ReportInput } from "#app/domain/trust/make-report.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./applications.ts"

const reports: readonly (ReportInput & { language: Language; fate: "new" | "looking" | "closed" })[] = [
  {
    language: "fr",
    fate: "closed",
    channel: "whatsapp",
    message: "Votre bourse au Maroc est accordée. Envoyez 15 000 FCFA de frais de dossier avant demain.",
    sender: "Un compte « Bourses Maroc »",
    askedMoney: true,
    about: "JOINT",
    email: "temoin@example.org",
  },
  {
    language: "en",
    fate: "looking",
    channel: "social",
    message: "A page says it is the admission office of Al Akhawayn and sells places for September.",
    sender: "",
    askedMoney: true,
    about: "AUI",
    email: "",
  },
  {
    language: "ar",
    fate: "new",
    channel: "call",
    message: "اتصل بي شخص يقول إنه من محمد السادس متعددة التخصصات وطلب الرمز الذي وصلني.",
    sender: "رقم غير معروف",
    askedMoney: false,
    about: "UM6P",
    email: "",
  },
  {
    language: "fr",
    fate: "new",
    channel: "email",
    message: "Un e-mail promet une admission directe dans les deux universités contre une copie du passeport.",
    sender: "admission@bourses.example",
    askedMoney: false,
    about: "JOINT",
    email: "",
  },
]

/** Sample reports of false messages, in every state. */
export async function seedReports({ visitor, officer }: { visitor: Ctx; officer: Ctx }): Promise<void> {
  for (const { language, fate, ...report } of reports) {
    must(await makeReport(visitor.inLanguage(language), report), "report")
    const { id: reportId } = await visitor.db.report.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } })
    if (fate !== "new") must(await lookIntoReport(officer, { reportId }), "look into a report")
    if (fate === "closed") {
      must(
        await closeReport(officer, { reportId, verdict: "fake", words: "We ask for no such fee and have no such account." }),
        "close a report",
      )
    }
  }
}

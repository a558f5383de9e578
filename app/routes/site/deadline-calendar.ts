import { calendarFile } from "#app/domain/catalogue/calendar-file.ts"
import { findProgramme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText, moroccoZone, timeText } from "#app/ui/moment.ts"
import type { Route } from "./+types/deadline-calendar"

/** The deadline of an intake as a calendar file, in the reader's language and Morocco's time. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { settings, t, language, ...ctx } = ctxOf(context)
  const programme = notFoundUnless(await findProgramme({ ...ctx, settings, language }, params.slug))
  const intake = notFoundUnless(programme.intakes.find(({ id }) => `${id}.ics` === params.file))
  const url = `${settings.publicUrl}/${language}/programmes/${programme.slug}`
  const title = t("site.programme.calendarTitle", { programme: programme.title })
  const until = t("site.programme.closesAt", {
    moment: momentText(language, intake.closesAt, moroccoZone),
    utc: timeText(language, intake.closesAt, "UTC"),
  })
  const sample = t("site.programme.sampleDates", { year: intake.admissionYear })
  const file = calendarFile({
    uid: `${intake.id}@${new URL(settings.publicUrl).hostname}`,
    at: intake.closesAt,
    zone: moroccoZone,
    writtenAt: programme.updatedAt,
    language,
    title: intake.isSample ? `${t("common.standing.sample")} · ${title}` : title,
    text: [
      `${t("site.programme.closes")} ${until}.`,
      t("site.programme.inTime"),
      ...(intake.isSample ? [sample] : [t("site.programme.entryConfirm")]),
      url,
    ].join("\n"),
    url,
    standing: intake.isSample ? "tentative" : "confirmed",
    remindBefore: ["P7D", "P1D"],
  })
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${programme.slug}-${intake.admissionYear}.ics"`,
    },
  })
}

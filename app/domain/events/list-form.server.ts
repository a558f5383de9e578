import { elsewhere, isResidence } from "#app/domain/catalogue/countries.ts"
import { isLanguage, type Language } from "#app/locales/languages.ts"
import { textOfList } from "#app/domain/lists/read-list.server.ts"

/** A list as it was posted: a file, or cells pasted into the form; the file speaks when there are both. */
export async function readListForm(form: FormData): Promise<{ text: string; country: string; language: Language }> {
  const said = (name: string) => {
    const value = form.get(name)
    return typeof value === "string" ? value : ""
  }
  const language = said("language")
  const country = said("country")
  const read = { country: isResidence(country) ? country : elsewhere, language: isLanguage(language) ? language : "fr" } as const
  const file = form.get("file")
  const isFile = file instanceof File && file.size > 0
  return { ...read, text: isFile ? textOfList(new Uint8Array(await file.arrayBuffer())) : said("list") }
}

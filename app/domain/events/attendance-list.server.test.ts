import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { must } from "#app/testing/builders.ts"
import { mostListRows, readAttendanceList } from "./attendance-list.server.ts"

const rowsOf = (text: string) => must(readAttendanceList(text)).map(({ line, ...row }) => [line, ...Object.values(row)])
const codeOf = (text: string) => readAttendanceList(text).refused?.code

describe("a list of who came", () => {
  it("is read with its headings in any of the three languages, between semicolons, commas or tabs", () => {
    const awa = [2, "Awa Diop", "", "awa@example.org", "77 123 45 67"]
    expect(rowsOf("Name,E-mail,Phone\nAwa Diop,awa@example.org,77 123 45 67")).toEqual([awa])
    expect(rowsOf("\ufeffNOM ; Courriel ; Téléphone\r\nAwa Diop;awa@example.org;77 123 45 67\r\n")).toEqual([awa])
    expect(rowsOf("الهاتف\tالبريد الإلكتروني\tالاسم الكامل\n77 123 45 67\tawa@example.org\tAwa Diop\n\n")).toEqual([awa])
  })

  it("may hold other columns, in any order, and names in two of them", () => {
    const text = "No;Prénom;Nom;Signature;GSM\n1;Awa;Diop;x;٠٦١٢٣٤٥٦٧٨\n2;;Ba;;0612345679"
    expect(rowsOf(text)).toEqual([
      [2, "Awa", "Diop", "", "٠٦١٢٣٤٥٦٧٨"],
      [3, "", "Ba", "", "0612345679"],
    ])
  })

  it("keeps a separator, a quotation mark and a line end inside its cell, and counts lines as a spreadsheet does", () => {
    expect(rowsOf('Name,Email\n"Diop, Awa",a@example.org\n"Ba ""Le Grand""",b@example.org\n\nO\'Neil,c@example.org')).toEqual([
      [2, "Diop, Awa", "", "a@example.org", ""],
      [3, 'Ba "Le Grand"', "", "b@example.org", ""],
      [5, "O'Neil", "", "c@example.org", ""],
    ])
  })

  it("is taken as the desk itself wrote it", () => {
    expect(rowsOf("\ufeffName,E-mail,Phone,Country,Came?\r\nAwa,awa@example.org,+221771234567,Senegal,Came\r\n")).toEqual([
      [2, "Awa", "", "awa@example.org", "+221771234567"],
    ])
  })

  it("says what it lacks", () => {
    expect(codeOf("  \n")).toBe("field.required")
    expect(codeOf("Awa Diop;awa@example.org")).toBe("events.list-headings")
    expect(codeOf("Name;E-mail")).toBe("events.list-headings")
    expect(codeOf("Name;Town\nAwa;Dakar")).toBe("events.list-headings")
    expect(codeOf('Name,Email\n"Awa,awa@example.org')).toBe("lists.unreadable")
    const long = readAttendanceList(`Name,Email\n${"Awa,awa@example.org\n".repeat(mostListRows + 1)}`)
    expect(long.refused).toMatchObject({ code: "events.list-too-long", details: { max: mostListRows, count: mostListRows + 1 } })
  })

  it("is never the end of the page, whatever is pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const read = readAttendanceList(`Name,Email\n${text}`)
        expect(read.refused !== undefined || read.done.every(({ line }) => line > 1)).toBe(true)
      }),
    )
  })
})

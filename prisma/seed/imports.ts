import { beginImport } from "#app/domain/imports/begin-import.server.ts"
import { dateOrderOf, mappingOf } from "#app/domain/imports/found-import.ts"
import { mapColumns } from "#app/domain/imports/map-columns.server.ts"
import { runImport } from "#app/domain/imports/run-import.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./applications.ts"

const heads = ["Nom;Prénom;Téléphone;Courriel;Né(e) le;Classe;Domaine souhaité;Lycée;Ville;Accord e-mail"]

/** A list of a fair that has been taken in. */
const taken = [
  "SARR;Aïda;77 510 10 01;aida.sarr.salon@example.org;14/03/2008;Terminale S;Informatique;Lycée Malick Sall;Louga;oui",
  "MENDY;Cyprien;78 510 10 02;;02/11/2007;Terminale S;Agriculture;Lycée Djignabo;Ziguinchor;non",
  "THIAW;Ndèye;76 510 10 03;ndeye.thiaw.salon@example.org;29/06/2008;Terminale L;Gestion;Lycée Valdiodio Ndiaye;Kaolack;oui",
  "BADJI;Lamine;70 510 10 04;lamine.badji.salon@example.org;31/02/2008;Terminale S;Informatique;Lycée Djignabo;Ziguinchor;oui",
]
/** One that waits to be taken in, with what such lists bring along. */
const waiting = [
  "FAYE;Rokhaya;77 510 20 01;rokhaya.faye.lycee@example.org;05/01/2008;Terminale S;Santé;Lycée Demba Diop;Mbour;oui",
  "GOMIS;Albert;téléphone cassé;;12/12/2007;Terminale L;Gestion;Lycée Demba Diop;Mbour;non",
  "NDOUR;Yacine;76 510 20 03;pas-une-adresse;17/08/2008;Terminale S;Informatique;Lycée Demba Diop;Mbour;oui",
  "SARR;Aïda;77 510 10 01;;14/03/2008;Terminale S;Informatique;Lycée Malick Sall;Louga;non",
]

/** Two lists of partners in Senegal: one that an officer took in, and one that still waits for it. */
export async function seedImports({ outreach, runJobs, today }: { outreach: Ctx; runJobs(): Promise<void>; today: Date }): Promise<void> {
  const check = async (partner: string, fileName: string, rows: readonly string[]) => {
    const file = new File([[...heads, ...rows].join("\r\n")], fileName, { type: "text/csv" })
    const { importId } = must(await beginImport(outreach, { file, partner }), partner)
    const list = await outreach.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
    const consent = {
      how: "sheet" as const,
      on: new Date(today.getTime() - 12 * 86_400_000),
      text: "J’accepte de recevoir par e-mail des nouvelles de l’université.",
    }
    must(
      await mapColumns(outreach, {
        importId,
        mapping: mappingOf(list),
        country: "SN",
        language: "fr",
        dateOrder: dateOrderOf(list),
        isForBoth: false,
        consent,
      }),
      partner,
    )
    await runJobs()
    return importId
  }
  const importId = await check("Salon de l’étudiant, Louga", "salon-louga.csv", taken)
  must(await runImport(outreach, { importId, mappedTimes: 1 }), "import")
  await runJobs()
  await check("Lycée Demba Diop", "terminales.csv", waiting)
}

import { may, universityOf } from "#app/domain/people/permissions.ts"
import { findCode } from "#app/domain/sources/code-queries.server.ts"
import { drawQr, shortAddress } from "#app/domain/sources/draw-qr.ts"
import { allowedStaffOf, idOf, notFoundUnless, requestPartsContext } from "#app/platform/http.server.ts"
import type { Route } from "./+types/code-picture"

/** The QR code of a short code as a file that is called after it: `DAKAR26.svg`, `DAKAR26.png`. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("codes.read"))
  const { code } = notFoundUnless(await findCode(ctx, { university: universityOf(ctx.actor), codeId: idOf(params.codeId) }))
  const svg = drawQr(shortAddress(ctx.settings.publicUrl, code))
  const headers = { "cache-control": "private, max-age=86400" }
  if (params.file === `${code}.svg`) return new Response(svg, { headers: { ...headers, "content-type": "image/svg+xml" } })
  notFoundUnless(params.file === `${code}.png` ? code : null)
  const png = await context.get(requestPartsContext).pictures.png(svg)
  return new Response(new Uint8Array(png), { headers: { ...headers, "content-type": "image/png" } })
}

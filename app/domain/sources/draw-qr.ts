import { renderSVG } from "uqr"

/** Lost signs are put right up to a quarter (Q): a poster gets wet, torn and photographed aslant. */
const correction = "Q"
/** Light modules around it, as readers need them. */
const border = 4
/** Pixels of a module in the picture. */
const moduleSize = 24

/** The address as a QR code, in SVG: black on white, whatever the paper. */
export function drawQr(address: string): string {
  return renderSVG(address, { ecc: correction, border, pixelSize: moduleSize })
}

/** What a short code's poster and link say: no language in it, so that each reader gets their own. */
export function shortAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/go/${code}`
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192"><path fill="#0d5743" d="M0 0h192v192H0z"/>' +
  '<path fill="#e5a528" transform="translate(36 36) scale(3)" d="M20 2l5.3 5.3h7.4v7.4L38 20l-5.3 5.3v7.4h-7.4L20 38l-5.3-5.3H7.3v-7.4L2 20l5.3-5.3V7.3h7.4z"/></svg>'

/** The khatim star on cedar, as a tablet shows it on its start screen. */
export function loader() {
  return new Response(icon, { headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" } })
}

/** Candidate pages: the page's own inlined style, our scripts from files, forms that go to us or lead to the checkout page. */
export function contentPolicy(styleHash: string, checkoutOrigin?: string): string {
  return [
    "default-src 'none'",
    `style-src ${styleHash}`,
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    checkoutOrigin === undefined ? "form-action 'self'" : `form-action 'self' ${checkoutOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

/** The desk hydrates: its scripts carry the page's nonce. */
export function deskPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // The outbox shows a mail's own page in a sandboxed frame.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

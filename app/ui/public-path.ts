/** The path of a page below its language: empty for the home page. */
export function pathWithoutLanguage(pathname: string): string {
  return pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "").replace(/\/$/, "")
}

/** Whether a page is for everybody, and may be found and shared. */
export function isPublicPath(path: string): boolean {
  return !/^\/(?:apply|preferences|confirm|guardian|fair|referee)(?:\/|$)/.test(path)
}

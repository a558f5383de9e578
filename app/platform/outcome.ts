/** An expected "no": a code that the `refusals` namespace turns into a sentence. Only bugs throw. */
export type Refusal<Code extends string = string> = {
  code: Code
  /** Values for the sentence's placeholders. */
  details?: Record<string, string | number>
  /** The form field the "no" is about, when there is one. */
  field?: string
}

export type Outcome<Value, Code extends string = string> =
  | { refused?: undefined; done: Value }
  | { refused: Refusal<Code>; done?: undefined }

export function done(): { refused?: undefined; done: undefined }
export function done<Value>(value: Value): { refused?: undefined; done: Value }
export function done(value?: unknown) {
  return { done: value }
}

export function refuse<const Code extends string>(
  code: Code,
  more: Omit<Refusal<Code>, "code"> = {},
): { refused: Refusal<Code>; done?: undefined } {
  return { refused: { code, ...more } }
}

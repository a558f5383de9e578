type PluralSuffix = "zero" | "one" | "two" | "few" | "many" | "other"
type Stem<Key> = Key extends `${infer Start}_${PluralSuffix}` ? Start : never

/** The shape of the base language's texts, where a plural key has the reader's language's own categories. */
export type Translation<Base> = {
  [Key in keyof Base as Key extends `${string}_${PluralSuffix}` ? never : Key]: Base[Key] extends string ? string : Translation<Base[Key]>
} & { [Key in keyof Base as `${Stem<Key>}_other`]: string } & {
  [Key in keyof Base as `${Stem<Key>}_${PluralSuffix}`]?: string
}

export const textLanguages = ['fi', 'fi-x-plain', 'sv', 'en'] as const;
export type TextLanguage = (typeof textLanguages)[number];

export const templateKinds = ['notice', 'auto-answer', 'instruction', 'answer'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** What a text may ask for in `{{ }}`. */
export const placeholders = [
  'nextStep',
  'deadline',
  'place',
  'matterNumber',
  'link',
  'linkValidUntil',
  'customerName',
  'staffName',
  'answer',
  'news',
] as const;
export type Placeholder = (typeof placeholders)[number];
export type TemplateValues = { [P in Placeholder]?: string | undefined };

export type TemplateText = { subject: string; body: string };
/** Finnish, Swedish and English are always there (kielilaki 423/2003; the product's third language). */
export type TemplateTexts = { fi: TemplateText; sv: TemplateText; en: TemplateText } & { [L in TextLanguage]?: TemplateText | undefined };

export type Template = {
  id: string;
  key: string;
  kind: TemplateKind;
  /** Null: common to all. */
  organisationId: string | null;
  texts: TemplateTexts;
  active: boolean;
  updatedAt: Temporal.Instant;
};

import type { Package } from '../../../shared/api/packages.ts';

export type PackageDetails = { content: Package['content']; active: boolean };
export type PackageStep = Package['content']['steps'][number];

/** Plain Finnish may be missing. */
export const languages = ['fi', 'plain', 'sv', 'en'] as const;
export type PackageLanguage = (typeof languages)[number];
const required = ['fi', 'sv', 'en'] as const;

export const newStep = (): PackageStep => ({
  texts: {},
  who: 'customer',
  organisationId: null,
  serviceId: null,
  channel: null,
  deadlineDays: null,
});
export const nothing: PackageDetails = { content: { texts: {}, steps: [newStep()] }, active: true };

/** Titles that must be there before residents read it. */
export function missingIn({ content }: PackageDetails): string[] {
  const titles = (texts: Package['content']['texts'] | PackageStep['texts'], at: string) =>
    required.filter((language) => !texts[language]?.title.trim()).map((language) => `${at}.${language}`);
  return [
    ...titles(content.texts, 'content.texts'),
    ...content.steps.flatMap(({ texts }, index) => titles(texts, `content.steps.${index}.texts`)),
  ];
}

/** As it is sent: a language nobody wrote in is none. */
export function tidied(content: PackageDetails['content']): PackageDetails['content'] {
  const written = <T extends { title: string }>(texts: { [language: string]: T | undefined }) =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.title.trim()));
  return { texts: written(content.texts), steps: content.steps.map((step) => ({ ...step, texts: written(step.texts) })) };
}

import { locales } from '../../../shared/i18n/locale.ts';
import type { Names } from '../../../shared/i18n/names.ts';

/** Paths of the languages in which the name is missing. */
export function missingNames(field: string, names: Partial<Names>): string[] {
  return locales.filter((locale) => !names[locale]?.trim()).map((locale) => `${field}.${locale}`);
}

/** Paths of the fields that are empty. */
export function missingFields<T extends object>(thing: T, fields: readonly (keyof T & string)[]): string[] {
  return fields.filter((field) => {
    const value = thing[field];
    return value === null || value === undefined || (typeof value === 'string' && !value.trim());
  });
}

export const noNames: Names = { fi: '', sv: '', en: '' };

import { useTranslation } from 'react-i18next';
import { isLocale, type Locale } from './locale.ts';

/** The language the reader reads now. */
export function useLocale(): Locale {
  const { language } = useTranslation().i18n;
  return isLocale(language) ? language : 'fi';
}

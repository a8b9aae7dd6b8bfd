import { useTranslation } from 'react-i18next';
import type mapping from '../../i18n/fi/mapping.json';

type Reason = keyof typeof mapping.reasons;

/** A reason the rules give, in the advisor's language; one of a newer server shows its key. */
export function useReasonWords(): (reason: string) => string {
  const { t, i18n } = useTranslation('mapping');
  return (reason) => (i18n.exists(`mapping:reasons.${reason}`) ? t(`reasons.${reason as Reason}`) : reason);
}

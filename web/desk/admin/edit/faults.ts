import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../shared/api/problem.ts';

/** What is wrong, by the field's path: `name.fi`, `validUntil`. */
export type Faults = Record<string, string>;

export const FaultsHere = createContext<Faults>({});

/** What is wrong with this field or something inside it. */
export function useFault(field: string): string | undefined {
  const faults = useContext(FaultsHere);
  if (faults[field]) return faults[field];
  const inside = Object.keys(faults).find((path) => path.startsWith(`${field}.`));
  return inside === undefined ? undefined : faults[inside];
}

const kinds: Record<string, 'required' | 'tooLong' | 'format'> = { invalid_format: 'format', too_big: 'tooLong', too_small: 'required' };

/** The server's refusal, field by field. */
export function useFaultsOf(): (error: unknown) => Faults {
  const { t } = useTranslation('admin');
  return (error) => {
    if (!(error instanceof ApiProblem)) return {};
    const byRule = error.errors.length > 0 ? [] : error.fields.map((field) => [field, error.detail ?? t('faults.format')] as const);
    const byShape = error.errors.map(({ field, code }) => [field, t(`faults.${kinds[code] ?? 'format'}`)] as const);
    return Object.fromEntries([...byRule, ...byShape]);
  };
}

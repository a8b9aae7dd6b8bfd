import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../shared/api/problem.ts';

/** What is wrong, by the field's path as the server names it: `customer.email`. */
export type FieldFaults = Readonly<Record<string, string>>;

const kinds: Record<string, 'required' | 'tooLong' | 'format'> = { too_small: 'required', too_big: 'tooLong' };

/** The server's refusal, field by field; empty when it is not about a field. */
export function useFieldFaults(): (error: unknown) => FieldFaults {
  const { t } = useTranslation('desk');
  const say = (field: string, code: string) => {
    const last = field.split('.').at(-1);
    if (code !== 'too_big' && (last === 'email' || last === 'phone')) return t(`faults.${last}`);
    return t(`faults.${kinds[code] ?? 'format'}`);
  };
  return (error) => {
    if (!(error instanceof ApiProblem)) return {};
    const byRule = error.errors.length > 0 ? [] : error.fields.map((field) => [field, error.detail ?? say(field, 'format')] as const);
    return Object.fromEntries([...byRule, ...error.errors.map(({ field, code }) => [field, say(field, code)] as const)]);
  };
}

/** The first field refused comes into sight and under the hand. */
export function useFocusOnFault(faults: FieldFaults): void {
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    const marked = '[aria-invalid="true"], [data-invalid] button';
    const place = document.querySelector('.panel') ?? document.querySelector('#main');
    const first = place?.querySelector<HTMLElement>(marked);
    first?.focus();
    // With what is said under it.
    first?.scrollIntoView({ block: 'center' });
  }, [faults]);
}

/** The faults of one part of a form, by the fields' own names. */
export function faultsOf(faults: FieldFaults, part: string): FieldFaults {
  const inPart = Object.entries(faults).filter(([field]) => field.startsWith(`${part}.`));
  return Object.fromEntries(inPart.map(([field, fault]) => [field.slice(part.length + 1), fault]));
}

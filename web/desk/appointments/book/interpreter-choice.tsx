import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../../server/modules/matters/schema.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { useLanguageWords } from '../../knowledge/specialists/use-specialist-words.ts';
import { languageSaid } from './language-said.ts';

const ANY = 'any';

type Service = { interpreterNeeds: readonly string[]; interpreterLanguages: readonly string[] };
type Asked = { service: Service | undefined; needs: readonly string[]; value: string | null; onChange: (code: string | null) => void };

/** Which language is interpreted, once an interpreter is needed. One that nobody interprets is there when it is known: no time is free then. */
export function InterpreterChoice({ service, needs, value, onChange }: Asked) {
  const { t } = useTranslation('booked');
  const { word } = useLanguageWords();
  if (!bringsInterpreter(service, needs)) return null;
  const codes = [...new Set([...service.interpreterLanguages, ...(value ? [value] : [])])];
  const options = codes.map((id) => ({ id, label: word(id) })).sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Select
      label={t('interpreter.which')}
      options={[{ id: ANY, label: t('interpreter.any') }, ...options]}
      value={value ?? ANY}
      onChange={(id) => onChange(id === ANY ? null : id)}
    />
  );
}

export const bringsInterpreter = (service: Service | undefined, needs: readonly string[]): service is Service =>
  service?.interpreterNeeds.some((need) => needs.includes(need)) ?? false;

/** What a matter says of it: "Interpreter needed: Ukrainian". */
export function useLanguageOfMatter(page: MatterPage | null): string | null {
  const { all } = useLanguageWords();
  const said = page?.customer.arrangements.find(({ kind }) => kind === 'needs-interpreter')?.detail ?? '';
  return languageSaid(
    said,
    all.map(({ id }) => id),
  );
}

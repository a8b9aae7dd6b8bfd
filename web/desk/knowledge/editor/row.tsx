import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Column = 'fi' | 'sv' | 'en' | 'plain';

type RowProps = {
  label: string;
  hint?: string | undefined;
  shown: readonly Column[];
  inPlain?: boolean;
  children: (column: Column, label: string) => ReactNode;
};

/** One field, the chosen languages beside each other. */
export function Row({ label, hint, shown, inPlain = false, children }: RowProps) {
  const { t } = useTranslation('cards');
  const here = shown.filter((column) => column !== 'plain' || inPlain);
  return (
    <fieldset className="card-row">
      <legend>
        {label} {hint ? <span className="hint">{hint}</span> : null}
      </legend>
      <div className="card-columns">
        {here.map((column) => (
          <div key={column}>
            <span className="card-column" aria-hidden="true">
              {t(`languages.${column}`)}
            </span>
            {children(column, `${label}, ${t(`languages.${column}`)}`)}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

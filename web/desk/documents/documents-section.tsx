import './documents.css';
import { Link } from '@tanstack/react-router';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRow } from '../../../server/modules/matters/documents/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useMatterDocuments } from './queries.ts';
import { ReceivePanel } from './receive-panel.tsx';
import { StateWord } from './state-word.tsx';

/** The papers of a matter, beside it: what was brought, and where each is now. */
export function DocumentsSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('documents');
  const [isReceiving, setReceiving] = useState(false);
  const rows = useMatterDocuments(page.id).data?.rows ?? [];
  const mayReceive = page.may.write && page.state === 'open';
  useShortcuts(mayReceive ? [{ keys: 'd', label: t('receive.title'), run: () => setReceiving(true) }] : []);
  if (rows.length === 0 && !mayReceive) return null;
  return (
    <section className="section" aria-labelledby="documents">
      <div className="section-head">
        <h2 id="documents">{t('title')}</h2>
        {mayReceive ? (
          <Button kind="plain" size="small" push icon={FilePlus2} keys="d" onPress={() => setReceiving(true)}>
            {t('receive.short')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className="quiet">{t('none')}</p> : <DocumentLines rows={rows} />}
      {isReceiving ? <ReceivePanel page={page} onClose={() => setReceiving(false)} /> : null}
    </section>
  );
}

/** For the one who was asked: the papers of the need that they may see. */
export function DocumentsOfNeed({ matterId, needId }: { matterId: string; needId: string }) {
  const { t } = useTranslation('documents');
  const rows = (useMatterDocuments(matterId).data?.rows ?? []).filter((row) => row.needId === needId);
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="documents">
      <div className="section-head">
        <h2 id="documents">{t('title')}</h2>
      </div>
      <DocumentLines rows={rows} />
    </section>
  );
}

function DocumentLines({ rows }: { rows: readonly DocumentRow[] }) {
  return (
    <ul className="lines">
      {rows.map((row) => (
        <li key={row.id}>
          <Link className="name" to="/documents/$documentId" params={{ documentId: row.id }} search={{ view: 'here' }}>
            {row.title}
          </Link>
          <span className="push">
            <StateWord document={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}

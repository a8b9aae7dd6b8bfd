import { Camera, FileText, Image, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import type { DocumentPage } from '../../../server/modules/matters/documents/schema.ts';
import { addDocumentFile, documentFileAddress, removeDocumentFile } from '../../shared/api/documents.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

const accepted = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'application/pdf'];

/** Photos and scans of the paper. */
export function Files({ page }: { page: DocumentPage }) {
  const { t } = useTranslation('documents');
  const { run, isRunning } = useDeed([keys.document(page.id), keys.documents]);
  const add = (chosen: FileList | null) => {
    void run(async () => {
      // One after the other: what has arrived stays when a later one is refused.
      for (const file of chosen ?? []) await addDocumentFile(page.id, file);
    });
  };
  if (page.files.length === 0 && !page.may.addFile) return null;
  return (
    <section className="section document-part" aria-labelledby="pictures">
      <div className="section-head">
        <h2 id="pictures">{t('files.title')}</h2>
        {page.may.addFile ? (
          <FileTrigger allowsMultiple acceptedFileTypes={accepted} onSelect={add}>
            <Button kind="plain" size="small" push icon={Camera} isPending={isRunning}>
              {t('files.add')}
            </Button>
          </FileTrigger>
        ) : null}
      </div>
      {page.files.length === 0 ? null : (
        <ul className="lines pictures">
          {page.files.map((file, index) => (
            <li key={file.id}>
              <Icon of={file.type === 'application/pdf' ? FileText : Image} />
              <a className="name" href={documentFileAddress(page.id, file.id)} download={file.name}>
                {t('files.name', { n: index + 1, size: sizeOf(file.size) })}
              </a>
              <span className="push quiet small">
                <Time at={file.addedAt} />
              </span>
              {page.may.removeFile ? (
                <Button
                  kind="plain"
                  size="small"
                  icon={X}
                  aria-label={t('files.remove', { n: index + 1 })}
                  onPress={() => void run(() => removeDocumentFile(page.id, file.id))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {page.may.addFile ? <p className="hint">{t('files.hint')}</p> : null}
    </section>
  );
}

const kilobyte = 1024;

/** "340 kB", "2.1 MB": near enough to know a scan from a photo. */
function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / kilobyte));
  if (kilobytes < kilobyte) return `${kilobytes} kB`;
  return `${new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(kilobytes / kilobyte)} MB`;
}

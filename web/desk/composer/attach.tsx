import { Paperclip, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import type { AttachedFile } from '../../../server/modules/matters/messages/schema.ts';
import { addFile } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useDeed } from '../use-deed.ts';

type FilesProps = { files: readonly AttachedFile[]; onChange: (files: AttachedFile[]) => void };

const most = 10;

export function AttachButton({ files, onChange }: FilesProps) {
  const { t } = useTranslation('desk');
  const { run, isRunning } = useDeed([]);
  const add = (chosen: FileList | null) => {
    const wanted = [...(chosen ?? [])].slice(0, most - files.length);
    void run(async () => {
      const added: AttachedFile[] = [];
      // One after the other: what has arrived stays when a later one is refused.
      for (const file of wanted) {
        added.push(await addFile(file));
        onChange([...files, ...added]);
      }
    });
  };
  return (
    <FileTrigger allowsMultiple onSelect={add}>
      <Button kind="plain" icon={Paperclip} isPending={isRunning} isDisabled={files.length >= most}>
        {t('composer.attach')}
      </Button>
    </FileTrigger>
  );
}

export function AttachedFiles({ files, onChange }: FilesProps) {
  const { t } = useTranslation('desk');
  if (files.length === 0) return null;
  return (
    <ul className="chips attached" aria-label={t('composer.attached')}>
      {files.map((file) => (
        <li key={file.id} className="chip">
          <span>{file.name}</span>
          <Button
            kind="plain"
            size="small"
            icon={X}
            aria-label={t('composer.detach', { name: file.name })}
            onPress={() => onChange(files.filter((other) => other.id !== file.id))}
          />
        </li>
      ))}
    </ul>
  );
}

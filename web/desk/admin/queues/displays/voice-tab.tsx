import './displays.css';
import { Play, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { type CallPiece, pieceAddress, putRecording, removeRecording } from '../../../../shared/api/displays.ts';
import { locales } from '../../../../shared/i18n/locale.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { ErrorState } from '../../../../shared/ui/error-state.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../../shared/ui/skeleton.tsx';
import { useDeed } from '../../../use-deed.ts';
import { useLanguageName } from '../../words.ts';
import type { Place } from '../use-place.ts';
import { keys, usePieces } from './queries.ts';

/** Calls as they are said: piece by piece, in the machine's voice or in a recording of the point's own. */
export function VoiceTab({ place }: { place: Place }) {
  const { t, ready } = useTranslation('displays');
  const languageName = useLanguageName();
  const [language, setLanguage] = useState<CallPiece['language']>('fi');
  const query = usePieces(place.pointId);
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !ready) return <Skeleton lines={8} />;
  const { pieces, machineSpeaks } = query.data;
  return (
    <>
      <div className="queues-tab-head">
        <p className="quiet">{t('voice.intro')}</p>
      </div>
      {machineSpeaks ? null : (
        <Notice icon={TriangleAlert} title={t('voice.noMachine')}>
          {t('voice.noMachineHint')}
        </Notice>
      )}
      <div className="voice-language">
        <Choice
          label={t('voice.language')}
          options={locales.map((id) => ({ id, label: languageName(id) }))}
          value={language}
          onChange={(id) => setLanguage(id as CallPiece['language'])}
        />
      </div>
      <table className="admin-table" aria-label={t('voice.all')}>
        <thead>
          <tr>
            <th scope="col">{t('voice.piece')}</th>
            <th scope="col">{t('voice.voice')}</th>
            <th scope="col">{t('voice.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {pieces
            .filter((piece) => piece.language === language)
            .map((piece) => (
              <PieceRow key={`${piece.language} ${piece.piece}`} pointId={place.pointId} piece={piece} machineSpeaks={machineSpeaks} />
            ))}
        </tbody>
      </table>
    </>
  );
}

type PieceRowProps = { pointId: string; piece: CallPiece; machineSpeaks: boolean };

function PieceRow({ pointId, piece, machineSpeaks }: PieceRowProps) {
  const { t } = useTranslation('displays');
  const { run, isRunning, problem } = useDeed([keys.pieces(pointId)], { tellsHere: true });
  const address = pieceAddress(pointId, piece);
  const send = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) void run(() => putRecording(address, file));
  };
  const what = piece.words;
  return (
    <tr className="admin-row">
      <th scope="row" lang={piece.language}>
        {what}
      </th>
      <td data-label={t('voice.voice')}>
        {piece.size === null
          ? t(machineSpeaks ? 'voice.machine' : 'voice.none')
          : t('voice.own', { kilobytes: Math.ceil(piece.size / 1024) })}
      </td>
      <td data-label={t('voice.acts')}>
        <span className="voice-acts">
          {piece.size === null && !machineSpeaks ? null : (
            <Button size="small" icon={Play} aria-label={t('voice.listenTo', { what })} onPress={() => void run(() => hear(address))}>
              {t('voice.listen')}
            </Button>
          )}
          <FileTrigger acceptedFileTypes={['.wav', '.mp3', '.ogg']} onSelect={send}>
            <Button size="small" isPending={isRunning} aria-label={t('voice.recordOf', { what })}>
              {t('voice.record')}
            </Button>
          </FileTrigger>
          {piece.size === null ? null : (
            <Button size="small" aria-label={t('voice.removeOf', { what })} onPress={() => void run(() => removeRecording(address))}>
              {t('voice.remove')}
            </Button>
          )}
        </span>
        {problem ? (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        ) : null}
      </td>
    </tr>
  );
}

const hear = (address: string) => new Audio(address).play();

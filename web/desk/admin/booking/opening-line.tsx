import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../shared/ui/button.tsx';

type OpeningLineProps = {
  words: string;
  /** What the two buttons are called where nothing is seen. */
  edit: string;
  remove: string;
  isOpen: boolean;
  onOpen: () => void;
  onRemove: () => void;
  children: ReactNode;
};

/** Something said in a sentence, that opens to be changed. */
export function OpeningLine({ words, edit, remove, isOpen, onOpen, onRemove, children }: OpeningLineProps) {
  return (
    <li className="booking-line">
      <div className="booking-line-words">
        <span>{words}</span>
        <span className="actions">
          <Button size="small" kind="plain" icon={Pencil} aria-expanded={isOpen} aria-label={edit} onPress={onOpen} />
          <Button size="small" kind="plain" icon={Trash2} aria-label={remove} onPress={onRemove} />
        </span>
      </div>
      {isOpen ? children : null}
    </li>
  );
}

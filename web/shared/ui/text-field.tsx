import './field.css';
import { type ReactNode, type Ref, useId } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: string;
  /** Names the field only for those who hear the page. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  problem?: string | undefined;
  placeholder?: string;
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement & HTMLInputElement>;
};

export function TextField({ label, hideLabel, hint, problem, placeholder, rows, inputRef, ...aria }: TextFieldProps) {
  const id = useId();
  return (
    <AriaTextField {...aria} id={aria.id ?? id} className="field" isInvalid={problem !== undefined || (aria.isInvalid ?? false)}>
      <Label className={hideLabel ? 'heard' : ''}>{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      {rows ? (
        <AriaTextArea className="input" rows={rows} placeholder={placeholder} ref={inputRef} />
      ) : (
        <Input className="input" placeholder={placeholder} ref={inputRef} />
      )}
      <FieldError className="field-problem">{problem}</FieldError>
    </AriaTextField>
  );
}

export function TextArea(props: TextFieldProps) {
  return <TextField rows={4} {...props} />;
}

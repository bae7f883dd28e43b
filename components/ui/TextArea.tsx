import { type TextareaHTMLAttributes, useId } from 'react';
import { CONTROL_CLASSES, describedBy, FieldFrame, type FieldWords } from './FieldFrame';
import { joinClasses } from './joinClasses';

type TextAreaProps = FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>;

/** A few lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, meaning, hint, error, aside, className, ...area } = props;
  const id = useId();
  return (
    <FieldFrame {...{ id, label, meaning, hint, error, aside }}>
      <textarea
        rows={2}
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { meaning, hint, error })}
        className={joinClasses(CONTROL_CLASSES, 'rounded-sm', 'h-auto py-2', className)}
      />
    </FieldFrame>
  );
}

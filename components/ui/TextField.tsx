import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { CONTROL_CLASSES, describedBy, FieldFrame, type FieldWords } from './FieldFrame';
import { joinClasses } from './joinClasses';

interface TextFieldProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  /** Inside the box, at its end: a button or an icon of at most 36 px. */
  end?: ReactNode;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, meaning, hint, error, aside, end, className, ...input } = props;
  const id = useId();
  return (
    <FieldFrame {...{ id, label, meaning, hint, error, aside }}>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { meaning, hint, error })}
          className={joinClasses(CONTROL_CLASSES, 'rounded-sm', end != null && 'pr-11', className)}
        />
        {end && <div className="absolute inset-y-0 right-0 flex items-center">{end}</div>}
      </div>
    </FieldFrame>
  );
}

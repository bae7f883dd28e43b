'use client';

import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { CONTROL_CLASSES, describedBy, FieldFrame, type FieldWords } from './FieldFrame';
import { joinClasses } from './joinClasses';
import { stepText } from './stepText';

interface NumberFieldProps extends FieldWords {
  name: string;
  /** What is typed, as it is: the form's parser judges it, in words. */
  value: string;
  onChange: (text: string) => void;
  unit: string;
  min: number;
  max: number;
  step?: number;
  decreaseLabel: string;
  increaseLabel: string;
  disabled?: boolean;
}

/**
 * A number with its unit, typed or stepped with the buttons or the arrow keys. A text box inside:
 * `type="number"` throws away what it cannot read, and then no error could say what was wrong.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, meaning, hint, error, aside, name, value, onChange, unit, disabled } = props;
  const { min, max, step = 1, decreaseLabel, increaseLabel } = props;
  const id = useId();
  const move = (direction: 1 | -1) => onChange(stepText(value, direction, { min, max, step }));
  const stepOnArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <FieldFrame {...{ id, label, meaning, hint, error, aside }}>
      <div className="flex max-w-60 items-stretch">
        <StepButton label={decreaseLabel} edge="start" onPress={() => move(-1)} {...{ disabled }}>
          <Minus className="size-4" aria-hidden="true" />
        </StepButton>
        <div className="relative min-w-0 flex-1">
          <input
            id={id}
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={stepOnArrow}
            disabled={disabled}
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, { meaning, hint, error })}
            className={joinClasses(CONTROL_CLASSES, 'tabular rounded-none pr-20')}
          />
          <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-faint text-sm">
            {unit}
          </span>
        </div>
        <StepButton label={increaseLabel} edge="end" onPress={() => move(1)} {...{ disabled }}>
          <Plus className="size-4" aria-hidden="true" />
        </StepButton>
      </div>
    </FieldFrame>
  );
}

function StepButton(props: {
  label: string;
  edge: 'start' | 'end';
  onPress: () => void;
  disabled?: boolean;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      // The arrow keys do the same in the box: one stop of the tab key a field is enough.
      tabIndex={-1}
      aria-label={props.label}
      disabled={props.disabled}
      onClick={props.onPress}
      className={joinClasses(
        'flex w-9 shrink-0 items-center justify-center border border-line-strong bg-raised',
        'text-ink-muted transition-colors hover:bg-hover hover:text-ink active:bg-pressed',
        'disabled:opacity-50 pointer-coarse:w-11',
        props.edge === 'start' ? 'rounded-l-sm border-r-0' : 'rounded-r-sm border-l-0',
      )}
    >
      {props.children}
    </button>
  );
}

'use client';

import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { CONTROL_CLASSES, describedBy, FieldNote } from './FieldFrame';
import { joinClasses } from './joinClasses';
import { stepText } from './stepText';

interface NumberFieldProps {
  label: string;
  /** What it is and does: under the label, beside the number where there is room. */
  meaning: ReactNode;
  /** Range and unit, under the number. */
  hint: ReactNode;
  /** What is wrong and how to mend it; replaces the hint. */
  error?: string;
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
}

/**
 * A number with its unit, typed or stepped with the buttons or the arrow keys. A text box inside:
 * `type="number"` throws away what it cannot read, and then no error could say what was wrong.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, meaning, hint, error, value, onChange, min, max, step = 1 } = props;
  const id = useId();
  const move = (direction: 1 | -1) => onChange(stepText(value, direction, { min, max, step }));
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_240px]">
      <div className="text-sm">
        <label htmlFor={id} className="font-medium text-ink">
          {label}
        </label>
        <div id={`${id}-meaning`} className="text-ink-muted">
          {meaning}
        </div>
      </div>
      <div className="flex flex-col gap-1.5">
        <div className="flex items-stretch max-md:max-w-60">
          <StepButton label={props.decreaseLabel} edge="start" onPress={() => move(-1)}>
            <Minus className="size-4" aria-hidden="true" />
          </StepButton>
          <NumberBox
            {...props}
            id={id}
            describedBy={describedBy(id, { meaning, hint, error })}
            onStep={move}
          />
          <StepButton label={props.increaseLabel} edge="end" onPress={() => move(1)}>
            <Plus className="size-4" aria-hidden="true" />
          </StepButton>
        </div>
        <FieldNote {...{ id, hint, error }} />
      </div>
    </div>
  );
}

function NumberBox({
  id,
  name,
  value,
  unit,
  error,
  describedBy: words,
  onChange,
  onStep,
}: Pick<NumberFieldProps, 'name' | 'value' | 'unit' | 'error' | 'onChange'> & {
  id: string;
  describedBy: string | undefined;
  onStep: (direction: 1 | -1) => void;
}) {
  const stepOnArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <div className="relative min-w-0 flex-1 focus-within:z-10">
      <input
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={stepOnArrow}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={words}
        className={joinClasses(CONTROL_CLASSES, 'tabular pr-20')}
      />
      <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-ink-faint text-sm">
        {unit}
      </span>
    </div>
  );
}

function StepButton(props: {
  label: string;
  edge: 'start' | 'end';
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      // The arrow keys do the same in the box: one stop of the tab key a field is enough.
      tabIndex={-1}
      aria-label={props.label}
      onClick={props.onPress}
      className={joinClasses(
        'flex w-9 shrink-0 items-center justify-center border border-line-strong bg-raised',
        'text-ink-muted transition-colors hover:bg-hover hover:text-ink active:bg-pressed',
        'pointer-coarse:w-11',
        props.edge === 'start' ? 'rounded-l-sm border-r-0' : 'rounded-r-sm border-l-0',
      )}
    >
      {props.children}
    </button>
  );
}

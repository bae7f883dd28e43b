/** Leads to the first field that is wrong. Call it in an effect: before there is none to lead to. */
export function focusFirstError(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}

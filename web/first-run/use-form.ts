import { type FormEvent, useState } from 'react';
import { isProblem, type Problem } from '../api/ask';

/** Sends a form's fields once at a time; what was typed stays, and each field has its own reason. */
export function useForm(send: (fields: Record<string, string>) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setError(null);
    try {
      await send(Object.fromEntries(new FormData(form)) as Record<string, string>);
    } catch (problem) {
      setError(problem);
      focusFirstWrong(form, problem);
    } finally {
      setBusy(false);
    }
  };
  const wrong = (path: string) => (isProblem(error) ? error.errors.find((one) => one.path === path)?.message : undefined);
  return { busy, error: isProblem(error) && error.errors.length > 0 ? null : error, submit, wrong };
}

function focusFirstWrong(form: HTMLFormElement, problem: unknown): void {
  const [first] = isProblem(problem) ? (problem as Problem).errors : [];
  const field = first && form.elements.namedItem(first.path);
  if (field instanceof HTMLElement) field.focus();
}

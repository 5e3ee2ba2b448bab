import { useQuery } from '@tanstack/react-query';
import { type InputHTMLAttributes, useId } from 'react';
import { get } from '../api/ask';
import type { Page } from '../api/types';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** A tag is written; those in use are suggested. */
export function TagField({ label, value, onType, className = '', ...input }: Props) {
  const id = useId();
  const { data: tags } = useQuery({
    queryKey: ['tags'],
    queryFn: async ({ signal }) => (await get<Page<{ readonly tag: string }>>('/tags?limit=100', signal)).data,
    staleTime: 60_000,
  });
  return (
    <>
      <input
        {...input}
        className={`input ${className}`}
        aria-label={label}
        dir="auto"
        list={id}
        maxLength={64}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={id}>
        {tags?.map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask, isProblem } from '../../api/ask';
import { type CannedReply, cannedQuery } from '../../api/canned';
import { AskDialog } from '../../parts/ask-dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { CannedPreview } from './canned-preview';
import { CannedText } from './canned-text';
import { type ReplyForm, useSaveReply } from './use-save-reply';

interface Props {
  /** null: a new one. */
  readonly reply: CannedReply | null;
  readonly onKept: (reply: CannedReply) => void;
  readonly onClose: () => void;
}

const formOf = (reply: CannedReply | null): ReplyForm => ({
  shortcut: reply?.shortcut ?? '',
  title: reply?.title ?? '',
  text: reply?.text ?? '',
});

export function CannedEditor({ reply, onKept, onClose }: Props) {
  const { canned, common } = useWords();
  const [form, change] = useState(() => formOf(reply));
  const [removing, remove] = useState(false);
  const set = (next: Partial<ReplyForm>) => {
    change({ ...form, ...next });
    saving.reset();
  };
  const { saving, wrong, error } = useSaveReply(reply, form, onKept);
  const filled = Object.values(form).every((value) => value.trim() !== '');
  const same = Object.entries(formOf(reply)).every(([name, value]) => form[name as keyof ReplyForm] === value);
  const off = !filled || same || saving.isPending || wrong('text') !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!off) saving.mutate();
  };
  return (
    <form className="card replyform" onSubmit={submit}>
      <h2>{reply ? <bdi>/{reply.shortcut}</bdi> : canned.newTitle}</h2>
      {isProblem(error, 'stale') ? (
        <Stale onTake={onClose} />
      ) : error ? (
        <ProblemLine error={error} what={common.problems.notSaved} />
      ) : null}
      <Field
        label={canned.shortcut}
        hint={canned.shortcutHint}
        maxLength={64}
        dir="auto"
        autoComplete="off"
        value={form.shortcut}
        wrong={wrong('shortcut')}
        onChange={(event) => set({ shortcut: event.target.value })}
      />
      <Field
        label={canned.title}
        maxLength={128}
        dir="auto"
        value={form.title}
        wrong={wrong('title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <CannedText value={form.text} wrong={wrong('text')} onChange={(text) => set({ text })} />
      <CannedPreview text={form.text} />
      <div className="row end">
        {reply ? (
          <button type="button" className="btn quiet" onClick={() => remove(true)}>
            {common.remove}
          </button>
        ) : null}
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {reply ? common.close : common.cancel}
        </button>
        <button type="submit" className="btn go" disabled={off}>
          {saving.isPending ? common.saving : common.save}
        </button>
      </div>
      {removing && reply ? <Remove reply={reply} onClose={() => remove(false)} onRemoved={onClose} /> : null}
    </form>
  );
}

/** Theirs is read anew and shown; what was typed here is given up for it. */
function Stale({ onTake }: { readonly onTake: () => void }) {
  const { canned } = useWords();
  const queries = useQueryClient();
  const take = async () => {
    await queries.invalidateQueries({ queryKey: cannedQuery.queryKey });
    onTake();
  };
  return (
    <div className="bannerline warn" role="alert">
      <span className="grow">{canned.stale}</span>
      <button type="button" className="btn small" onClick={() => void take()}>
        {canned.takeTheirs}
      </button>
    </div>
  );
}

interface RemoveProps {
  readonly reply: CannedReply;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function Remove({ reply: { id, shortcut }, onClose, onRemoved }: RemoveProps) {
  const { canned } = useWords();
  const queries = useQueryClient();
  const act = async () => {
    await ask('DELETE', `/canned-replies/${id}`);
    onRemoved();
    queries.setQueryData(cannedQuery.queryKey, (now) => now?.filter((reply) => reply.id !== id));
  };
  return (
    <AskDialog
      title={canned.removeTitle(shortcut)}
      says={[canned.removeSays]}
      act={canned.removeAct}
      notDone={canned.notRemoved}
      onAct={act}
      onClose={onClose}
    />
  );
}

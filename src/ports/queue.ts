/** Wakes whoever runs errands; the errands themselves are rows of the outbox. */
export interface Queue {
  wake(keys: readonly string[]): void;
  /** `run` is called once per woken key, never twice at the same time for one key in this process. */
  work(run: (key: string) => Promise<void>): void;
  /** Stops taking keys and resolves when what runs has ended. */
  stop(): Promise<void>;
}

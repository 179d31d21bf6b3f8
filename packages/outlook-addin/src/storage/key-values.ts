/** A few short texts that outlive the pane; losing them loses no mail and no decision. */
export type KeyValues = {
  read(key: string): string | null;
  write(key: string, value: string): void;
};

const prefix = 'postrider.';

/** The browser's localStorage; where it is blocked or full, memory, so that the pane works until it is closed. */
export function browserKeyValues(): KeyValues {
  const memory = new Map<string, string>();
  return {
    read(key) {
      try {
        return memory.get(key) ?? localStorage.getItem(prefix + key);
      } catch {
        return memory.get(key) ?? null;
      }
    },
    write(key, value) {
      try {
        localStorage.setItem(prefix + key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
  };
}

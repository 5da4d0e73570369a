import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine. */
export interface Process {
  readonly id: number;
  readonly parent: number;
  /** Program and arguments, with spaces between. */
  readonly command: string;
  /** Resident memory in megabytes. */
  readonly memory: number;
}

/** The processes that live now. Read from /proc, so on Linux only. */
export function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        if (/^State:\s+Z/m.test(status)) return [];
        const number = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replace(/\0/g, ' ');
        return [{ id: Number(id), parent: number('PPid'), command, memory: number('VmRSS') / 1024 }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

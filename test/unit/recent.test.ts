import { expect, it } from 'vitest';
import { Recent } from '../../shared/recent.ts';

it('keeps what was asked for lately, and no more than twice the number', () => {
  const recent = new Recent<number>(3);
  for (let number = 0; number < 20; number++) {
    recent.set(String(number), number);
    // Asked for again and again, the first stays.
    expect(recent.get('0')).toBe(0);
  }
  const kept = Array.from({ length: 20 }, (_, number) => number).filter(
    (number) => recent.get(String(number)) !== undefined,
  );
  expect(kept).toContain(19);
  expect(kept.length).toBeLessThanOrEqual(6);
  recent.clear();
  expect(recent.get('19')).toBeUndefined();
});

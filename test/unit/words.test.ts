import { describe, expect, it } from 'vitest';
import { stem } from '../../shared/posting/tokens.ts';

describe('the forms of a word', () => {
  it.each([
    ['moderate', 'moderates', 'moderated', 'moderating'],
    ['plan', 'plans', 'planned', 'planning'],
    ['story', 'stories'],
    ['reply', 'replies', 'replied', 'replying'],
    ['post', 'posts', 'posted', 'posting'],
    ['box', 'boxes'],
    ['wish', 'wishes', 'wished', 'wishing'],
    ['business', 'businesses'],
    ['organize', 'organise', 'organised', 'organising', 'organises'],
    ['analyze', 'analyzes', 'analyzed'],
    ['feed', 'feeds', 'feeding'],
    ['use', 'uses', 'used', 'using'],
    ['pie', 'pies'],
    ['vary', 'varies', 'varied', 'varying'],
  ])('meet: %s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it.each([
    ['analysis', 'analysi'],
    ['campus', 'campu'],
    ['rise', 'rize'],
    ['raised', 'raized'],
    ['praised', 'praized'],
    ['bus', 'bu'],
    ['sing', 's'],
    ['bring', 'br'],
    ['seed', 's'],
    ['pass', 'pas'],
    ['aged', 'ag'],
    ['dies', 'dy'],
    ['tied', 'ty'],
    ['greed', 'gre'],
    ['chestnut', 'chtnut'],
    ['editor', 'itor'],
    ['ingredient', 'redient'],
    ['spied', 'sped'],
    ['advertisement', 'advertizement'],
  ])('do not meet what is none of them: %s, %s', (word, other) => {
    expect(stem(word)).not.toBe(stem(other));
  });

  it('of three letters and less are as they are', () => {
    for (const word of ['is', 'ads', 'ing', 'use']) expect(stem(word)).toBe(word);
  });

  it('is not looked up among what every object has', () => {
    expect(stem('constructor')).toBe('constructor');
    expect(stem('hasOwnProperty')).toBe('hasOwnProperty');
  });
});

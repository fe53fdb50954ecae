import { expect, it } from 'vitest';
import { reusedRoom } from '../src/room.ts';

it('room is used again, and has place for as many numbers as are asked for', () => {
  const room = reusedRoom();
  const first = room(5000);
  expect(first.length).toBeGreaterThanOrEqual(5000);
  expect(room(10)).toBe(first);
  expect(room(5000)).toBe(first);
});

it('room for a very long text is not kept', () => {
  const room = reusedRoom();
  const usual = room(5000);
  const large = room(1_000_000);
  expect(large.length).toBe(1_000_000);
  expect(room(1_000_000)).not.toBe(large);
  expect(room(5000)).toBe(usual);
});

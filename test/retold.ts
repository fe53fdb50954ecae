/** One report, and the same told again in other words: a rewrite, and no more alike than that. */
export const REPORT: string = [
  'The port council of Halvik has sold its old lighthouse to a family of painters.',
  'They paid nine crowns for the tower, which has been dark since 1987, and must mend the roof within two years.',
  'Ivo Brandt, who keeps the harbour books, called it the cheapest house on the coast.',
  'A storm took the lantern room in February, and the stairs end where the lamp once stood.',
].join(' ');
export const RETOLD: string = [
  'A family that paints for a living is the new owner of the disused lighthouse at Halvik.',
  'It changed hands for nine crowns, the port council said; the lamp went out in 1987.',
  'In February a storm carried off the lantern room, where the stairs now end.',
  'The buyers have two years to repair the roof of what Ivo Brandt, the harbour bookkeeper, calls the cheapest house on the coast.',
].join(' ');

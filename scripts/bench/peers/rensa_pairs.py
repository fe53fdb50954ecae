"""rensa (Rust): 128 permutations, the same bands as gaoya; it does not verify."""

from rensa import RMinHash, RMinHashLSH

from articles import read_articles, shingles, write_pairs

PERMUTATIONS = 128
ids, texts, threshold, target = read_articles()
sketches = RMinHash.from_token_sets([shingles(text) for text in texts], PERMUTATIONS, 42)
index = RMinHashLSH(threshold, PERMUTATIONS, 16 if threshold > 0.65 else 32)
index.insert_pairs(list(enumerate(sketches)))
write_pairs(target, ids, index.query_all(sketches))

"""datasketch (Python, numpy): 128 permutations, bands as it chooses them; it does not verify."""

from datasketch import MinHash, MinHashLSH

from articles import read_articles, shingles, write_pairs

PERMUTATIONS = 128
ids, texts, threshold, target = read_articles()
tokens = ([shingle.encode() for shingle in shingles(text)] for text in texts)
sketches = list(MinHash.generator(tokens, num_perm=PERMUTATIONS, seed=42))
index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
with index.insertion_session() as session:
    for i, sketch in enumerate(sketches):
        session.insert(i, sketch, check_duplication=False)
write_pairs(target, ids, (index.query(sketch) for sketch in sketches))

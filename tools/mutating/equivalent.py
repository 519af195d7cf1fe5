"""The mutants that no test can notice, each with the reason: judged one at a time, by reading."""

EQUIVALENT: dict[str, str] = {
    "graph/network/components.py: if other != above and entered[other] < low[node]:: < -> <=": (
        "the lowest is replaced by what is as low"
    ),
    "graph/network/dependencies.py: return len(self.starts) - 1: - -> +": (
        "arrays get room for two rows more, which stay 0 and are entered by nobody"
    ),
    "graph/network/project.py: return (one, other) if one < other else (other, one): < -> <=": (
        "nobody is tied to itself, and equal ends would be the same pair either way"
    ),
    "graph/network/separators.py: if len(wanted) > self._long:: if -> if not": (
        "both ways find the same; a test asks each of them, and this chooses the quicker"
    ),
    "graph/network/separators.py: farthest = max(places.get(id, -1) for id in starts): 1 -> 2": (
        "where no start stands on the path the walk names '' as well, which is no organisation"
    ),
    "graph/query/names.py: if likeness >= least and likeness > best.get(label, 0.0):: > -> >=": (
        "a name keeps the likeness that it has"
    ),
}
"""`Mutant.identity` -> why the program does the same with it."""

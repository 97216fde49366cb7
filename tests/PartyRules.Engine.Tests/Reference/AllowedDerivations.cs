using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>Checks that every recorded derivation is one of those that the rules allow.</summary>
internal static class AllowedDerivations
{
    public static void Check(Evaluator evaluator, ReferenceResult reference, IReadOnlyList<RuleDefinition> rules)
    {
        var given = reference.Facts.Where(known => known.IsGiven).Select(known => known.Fact).ToHashSet();
        var allowed = reference.Derivations.Value.ToLookup(derivation => derivation.Fact.ToString());
        foreach (var fact in Agreement.TypesOf(rules).SelectMany(type => Agreement.FactsOf(evaluator, type)))
        {
            var derivation = evaluator.DerivationOf(fact);
            var isAllowed = given.Contains(fact)
                ? derivation.Rule is null && derivation.Premises.Count == 0
                : allowed[fact.ToString()]
                    .Any(known => known.Rule == derivation.Rule && Matches(derivation.Premises, known.Premises, given));
            if (!isAllowed)
                throw new DisagreementException(
                    $"derivation not allowed: {derivation}\n{string.Concat(derivation.Premises.Select(premise => $"  from {premise}\n"))}");
            foreach (var premise in derivation.Premises)
            {
                // Of equal values that count one by one, the first is asked for, which need not be this one.
                if (premise.Fact is Token)
                    continue;
                var known = evaluator.DerivationOf(premise.Fact);
                if (known.Rule != premise.Rule
                    || !known.Premises.Select(other => other.Fact).SequenceEqual(premise.Premises.Select(other => other.Fact)))
                    throw new DisagreementException($"the premise {premise} has another derivation than the fact itself");
            }
        }
    }

    /// <summary>Elements take premises in order, each as many as it may.</summary>
    private static bool Matches(
        IReadOnlyList<Derivation> recorded, IReadOnlyList<Premise> premises, HashSet<object> given, int from = 0, int element = 0)
    {
        if (element == premises.Count)
            return from == recorded.Count;
        var premise = premises[element];
        var most = premise.AtLeast.Count == 0 && premise.Fewest == 1 ? 1 : premise.AtMost.Count;
        for (var count = Math.Max(premise.Fewest, premise.AtLeast.Count); count <= most && from + count <= recorded.Count; count++)
        {
            var taken = recorded.Skip(from).Take(count).Select(derivation => derivation.Fact).ToList();
            if (IsWithin(premise.AtLeast.Select(known => known.Fact), taken, given)
                && IsWithin(taken, [.. premise.AtMost.Select(known => known.Fact)], given)
                && Matches(recorded, premises, given, from + count, element + 1))
                return true;
        }

        return false;
    }

    private static bool IsWithin(IEnumerable<object> some, List<object> all, HashSet<object> given)
    {
        var rest = all.ToList();
        return some.All(fact => rest.FindIndex(other => AreSame(fact, other, given)) is var i and >= 0 && RemoveAt(rest, i));
    }

    private static bool RemoveAt(List<object> list, int index)
    {
        list.RemoveAt(index);
        return true;
    }

    /// <summary>A given fact is itself; what is yielded anew in each evaluation is the same if it has the same content.</summary>
    private static bool AreSame(object left, object right, HashSet<object> given) =>
        left.Equals(right)
        || (!given.Contains(left) && !given.Contains(right) && left.ToString() == right.ToString());
}

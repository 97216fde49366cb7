namespace PartyRules.Schemes;

/// <summary>The clauses of a scheme, by type, each list in the order of the document.</summary>
/// <remarks>Filled while a scheme is read, then left alone; thread-safe from then on.</remarks>
internal sealed class ClauseSet
{
    private readonly Dictionary<Type, object> clauses = [];

    /// <summary>The clauses of a type; empty for none.</summary>
    public IReadOnlyList<TClause> Of<TClause>() =>
        clauses.TryGetValue(typeof(TClause), out var list) ? (IReadOnlyList<TClause>)list : [];

    /// <summary>The only clause of a type; null for none.</summary>
    public TClause? One<TClause>()
        where TClause : class => Of<TClause>() is [var clause, ..] ? clause : null;

    /// <summary>Adds a clause.</summary>
    public TClause Add<TClause>(TClause clause)
    {
        if (!clauses.TryGetValue(typeof(TClause), out var list))
            clauses.Add(typeof(TClause), list = new List<TClause>());
        ((List<TClause>)list).Add(clause);
        return clause;
    }

    /// <summary>Adds clauses.</summary>
    public void AddRange<TClause>(IEnumerable<TClause> some)
    {
        foreach (var clause in some)
            Add(clause);
    }

    /// <summary>The same clauses, but for those of one type.</summary>
    public ClauseSet With<TClause>(IReadOnlyList<TClause> others)
    {
        var copy = new ClauseSet();
        foreach (var (type, list) in clauses)
            copy.clauses.Add(type, list);
        copy.clauses.Remove(typeof(TClause));
        copy.AddRange(others);
        return copy;
    }
}

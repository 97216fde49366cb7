namespace PartyRules.Clauses.Aliases;

/// <summary>Further words by which data may call what the scheme knows. Names in both languages need not be repeated here.</summary>
internal sealed record AliasesDocument
{
    public ColumnAliasesDocument? Columns { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Items { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evaluators { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Employments { get; init => field = value ?? None; } = None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Grades { get; init => field = value ?? None; } = None;

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> None { get; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Further names of columns.</summary>
internal sealed record ColumnAliasesDocument
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects { get; init => field = value ?? AliasesDocument.None; } =
        AliasesDocument.None;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Entries { get; init => field = value ?? AliasesDocument.None; } =
        AliasesDocument.None;
}

using PartyRules.Engine.Partitions;

namespace PartyRules.Clauses.Aliases;

/// <summary>Further words by which data may call what the scheme knows. Names in both languages need not be repeated here.</summary>
internal sealed record AliasesDocument
{
    /// <summary>Columns, by their standard names or the names of attributes.</summary>
    public ColumnAliasesDocument? Columns { get; init; }

    /// <summary>Items and records, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Items { get; init => field = value ?? None; } = None;

    /// <summary>Levels, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; init => field = value ?? None; } = None;

    /// <summary>Evaluators, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evaluators { get; init => field = value ?? None; } = None;

    /// <summary>The kind of subject.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; init => field = value ?? None; } = None;

    /// <summary>Categories of subjects, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init => field = value ?? None; } = None;

    /// <summary>States of employment, by code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Employments { get; init => field = value ?? None; } = None;

    /// <summary>Grades, by identifier.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Grades { get; init => field = value ?? None; } = None;

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> None { get; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Further names of columns.</summary>
internal sealed record ColumnAliasesDocument
{
    /// <summary>Columns of the table <c>subjects</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects { get; init => field = value ?? AliasesDocument.None; } =
        AliasesDocument.None;

    /// <summary>Columns of the table <c>entries</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Entries { get; init => field = value ?? AliasesDocument.None; } =
        AliasesDocument.None;
}

using System.Collections.Frozen;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What a scheme says about itself, apart from its clauses, and what was found while it was read.</summary>
internal sealed record SchemeHead
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string ContentHash { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required DateOnly? EffectiveTo { get; init; }

    public required LocalText Name { get; init; }

    public required LocalText Source { get; init; }

    public required string SubjectKind { get; init; }

    public required IReadOnlyDictionary<string, LocalText> Categories { get; init; }

    public required IReadOnlyDictionary<string, LocalText> Employments { get; init; }

    public required IReadOnlyDictionary<string, SubjectAttribute> Attributes { get; init; }

    public IReadOnlyDictionary<string, EntryAttribute> EntryAttributes { get; init; } = FrozenDictionary<string, EntryAttribute>.Empty;

    public IReadOnlyDictionary<string, EntryNumber> EntryNumbers { get; init; } = FrozenDictionary<string, EntryNumber>.Empty;

    public required IReadOnlyDictionary<string, LocalText> Levels { get; init; }

    public required IReadOnlyDictionary<string, LocalText> Evaluators { get; init; }

    public required PeriodKind Round { get; init; }

    public int FirstMonth { get; init; } = 1;

    public required int LookBackMonths { get; init; }

    public required IReadOnlySet<string> Referenced { get; init; }

    public required IReadOnlyList<Citation> Citations { get; init; }

    public required IReadOnlyList<ValueOrigin> Origins { get; init; }

    public IReadOnlyList<Scheme> Parts { get; init; } = [];
}

/// <summary>A further column of subjects that clauses look at.</summary>
/// <param name="Name">The name shown to people.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
/// <param name="IsDate">Whether it holds dates.</param>
internal sealed record SubjectAttribute(LocalText Name, bool IsNumber, bool IsDate);

/// <summary>A further column of entries.</summary>
/// <param name="Name">The name shown to people.</param>
/// <param name="IsTime">Whether it holds times of day; numbers otherwise.</param>
internal sealed record EntryAttribute(LocalText Name, bool IsTime);

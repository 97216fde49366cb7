using System.Text.Json.Serialization;
using PartyRules.Arithmetic;
using PartyRules.Clauses.Aliases;
using PartyRules.Clauses.Components;
using PartyRules.Clauses.Exemptions;
using PartyRules.Clauses.FollowUps;
using PartyRules.Clauses.Grades;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Lapses;
using PartyRules.Clauses.Layers;
using PartyRules.Clauses.Marks;
using PartyRules.Clauses.Notices;
using PartyRules.Clauses.Outcomes;
using PartyRules.Clauses.Rankings;
using PartyRules.Clauses.Requirements;
using PartyRules.Clauses.Selections;
using PartyRules.Clauses.Targets;
using PartyRules.Clauses.Totals;
using PartyRules.Clauses.Years;
using PartyRules.Documents;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Layered;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reading.Shape;

/// <summary>A scheme exactly as it stands in its JSON file. Property names in JSON are camelCase; unknown names are errors.</summary>
/// <remarks>A document is plain data: <see cref="Scheme"/> is what it means once it has been checked.</remarks>
internal sealed record SchemeDocument : ISchemeHead
{
    /// <summary>The address of the JSON Schema, for editors; ignored here.</summary>
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    /// <summary>The identifier, lower-case words joined by hyphens; the prefix of clause references.</summary>
    public required string Id { get; init; }

    /// <summary>The version, such as <c>2026.1</c>. A changed clause is a new version.</summary>
    public required string Version { get; init; }

    /// <summary>From when to when the scheme is in force.</summary>
    public required EffectiveDocument Effective { get; init; }

    /// <summary>The scheme's name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The published text the scheme rests on.</summary>
    public required LocalText Source { get; init; }

    /// <summary>Who is assessed.</summary>
    public required SubjectsDocument Subjects { get; init; }

    /// <summary>The length of a round: <c>year</c>, <c>half-year</c>, <c>quarter</c>, <c>bimonth</c> or <c>month</c>.</summary>
    [Words(typeof(RoundWord))]
    public required string Round { get; init; }

    /// <summary>The levels that entries may carry, from lowest to highest, by code; may be empty.</summary>
    public IReadOnlyDictionary<string, LocalText> Levels { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    /// <summary>Those whose ratings are weighed against each other, by the code that entries carry in <c>by</c>; may be empty.</summary>
    public IReadOnlyDictionary<string, LocalText> Evaluators { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    /// <summary>Further words by which data may call what the scheme knows.</summary>
    public AliasesDocument? Aliases { get; init; }

    /// <summary>How results of multiplication and division are rounded. Must be stated where the scheme multiplies or averages.</summary>
    public RoundingDocument? Rounding { get; init; }

    /// <summary>Results of another scheme, or of an earlier year, that this scheme looks at.</summary>
    public IReadOnlyList<InputDocument> Inputs { get; init => field = value ?? []; } = [];

    /// <summary>The parts of the total, in the order in which results list them; empty where the scheme gives no points.</summary>
    public IReadOnlyList<ComponentDocument> Components { get; init => field = value ?? []; } = [];

    /// <summary>Components that are bounded together.</summary>
    public IReadOnlyList<GroupDocument> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The bounds of the total; absent where the components' own suffice.</summary>
    public TotalDocument? Total { get; init; }

    /// <summary>Amounts that hold for a time only; on all other days what is written in their places holds.</summary>
    public IReadOnlyList<SetAmountDocument> Amounts { get; init => field = value ?? []; } = [];

    /// <summary>Which entries count where not all do: the highest, the first or the last, once or several times.</summary>
    public IReadOnlyList<SelectionDocument> Selections { get; init => field = value ?? []; } = [];

    /// <summary>Entries that stop counting: corrected, suspended or expired.</summary>
    public IReadOnlyList<LapseDocument> Lapses { get; init => field = value ?? []; } = [];

    /// <summary>Items that carry no points but that conditions look at, such as a violation.</summary>
    public IReadOnlyList<RecordDocument> Records { get; init => field = value ?? []; } = [];

    /// <summary>When a subject is left out of scoring; all that hold are told.</summary>
    public IReadOnlyList<ExemptionDocument> Exemptions { get; init => field = value ?? []; } = [];

    /// <summary>How a total becomes a grade; absent where the scheme gives no grades.</summary>
    public GradesDocument? Grades { get; init; }

    /// <summary>How subjects are ranked in each round; absent where the scheme ranks nobody.</summary>
    public RankingDocument? Ranking { get; init; }

    /// <summary>How rounds make the year's total; absent where the year has none.</summary>
    public YearDocument? Year { get; init; }

    /// <summary>Shares of a pool's subjects of which something holds.</summary>
    public IReadOnlyList<TargetDocument> Targets { get; init => field = value ?? []; } = [];

    /// <summary>Named states of a subject in a round that are counted over the year, such as holding the flag.</summary>
    public IReadOnlyList<MarkDocument> Marks { get; init => field = value ?? []; } = [];

    /// <summary>What follows from the result: awards, measures, recommendations and findings.</summary>
    public IReadOnlyList<OutcomeDocument> Outcomes { get; init => field = value ?? []; } = [];

    /// <summary>Quantities that must be reached in every window.</summary>
    public IReadOnlyList<RequirementDocument> Requirements { get; init => field = value ?? []; } = [];

    /// <summary>Promises that must be answered in the next round, or within a number of days.</summary>
    public IReadOnlyList<FollowUpDocument> FollowUps { get; init => field = value ?? []; } = [];

    /// <summary>How results are put up for objections; absent where the scheme does not say.</summary>
    public NoticeDocument? Notice { get; init; }

    /// <summary>What lower organisations may add; absent where they may add nothing.</summary>
    public LayersDocument? Layers { get; init; }

    internal static IReadOnlyDictionary<string, LocalText> EmptyTexts { get; } = new Dictionary<string, LocalText>();
}

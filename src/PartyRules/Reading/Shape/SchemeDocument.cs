using System.Text.Json.Serialization;
using PartyRules.Clauses.Aliases;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Citations;
using PartyRules.Clauses.Components;
using PartyRules.Clauses.Crediting;
using PartyRules.Clauses.Exemptions;
using PartyRules.Clauses.FollowUps;
using PartyRules.Clauses.Grades;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Lapses;
using PartyRules.Clauses.Layers;
using PartyRules.Clauses.Marks;
using PartyRules.Clauses.Measures;
using PartyRules.Clauses.Notices;
using PartyRules.Clauses.Outcomes;
using PartyRules.Clauses.Procedures;
using PartyRules.Clauses.Rankings;
using PartyRules.Clauses.Requirements;
using PartyRules.Clauses.Selections;
using PartyRules.Clauses.Targets;
using PartyRules.Clauses.Totals;
using PartyRules.Clauses.Years;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Reading.Shape;

/// <summary>A scheme exactly as it stands in its JSON file. Property names in JSON are camelCase; unknown names are errors.</summary>
/// <remarks>A document is plain data: <see cref="Scheme"/> is what it means once it has been checked.</remarks>
[FixedNumbers]
internal sealed record SchemeDocument : ISchemeHead
{
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required EffectiveDocument Effective { get; init; }

    public required LocalText Name { get; init; }

    public required LocalText Source { get; init; }

    public required SubjectsDocument Subjects { get; init; }

    public EntriesDocument Entries { get; init => field = value ?? new(); } = new();

    [Words(typeof(RoundWord))]
    public required string Round { get; init; }

    public int? FirstMonth { get; init; }

    public IReadOnlyDictionary<string, LocalText> Levels { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    public IReadOnlyDictionary<string, LocalText> Evaluators { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    public AliasesDocument? Aliases { get; init; }

    public RoundingDocument? Rounding { get; init; }

    public CalendarDocument? Calendar { get; init; }

    public IReadOnlyList<InputDocument> Inputs { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ProcedureDocument> Procedures { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MeasureDocument> Measures { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ComponentDocument> Components { get; init => field = value ?? []; } = [];

    public IReadOnlyList<GroupDocument> Groups { get; init => field = value ?? []; } = [];

    public TotalDocument? Total { get; init; }

    public IReadOnlyList<SelectionDocument> Selections { get; init => field = value ?? []; } = [];

    public IReadOnlyList<LapseDocument> Lapses { get; init => field = value ?? []; } = [];

    public IReadOnlyList<CreditingDocument> Crediting { get; init => field = value ?? []; } = [];

    public IReadOnlyList<RecordDocument> Records { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ExemptionDocument> Exemptions { get; init => field = value ?? []; } = [];

    public GradesDocument? Grades { get; init; }

    public RankingDocument? Ranking { get; init; }

    public IReadOnlyList<FurtherRankingDocument> Rankings { get; init => field = value ?? []; } = [];

    public YearDocument? Year { get; init; }

    public IReadOnlyList<TargetDocument> Targets { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MarkDocument> Marks { get; init => field = value ?? []; } = [];

    public IReadOnlyList<OutcomeDocument> Outcomes { get; init => field = value ?? []; } = [];

    public IReadOnlyList<RequirementDocument> Requirements { get; init => field = value ?? []; } = [];

    public IReadOnlyList<FollowUpDocument> FollowUps { get; init => field = value ?? []; } = [];

    public NoticeDocument? Notice { get; init; }

    public IReadOnlyList<CitedDocument> Citations { get; init => field = value ?? []; } = [];

    public LayersDocument? Layers { get; init; }

    internal static IReadOnlyDictionary<string, LocalText> EmptyTexts { get; } = new Dictionary<string, LocalText>();
}
